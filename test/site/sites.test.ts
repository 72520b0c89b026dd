import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderSite } from '../helpers/render-site.ts'
import { prepare, root } from '../helpers/site-fixture.ts'

const sites = join(root, 'test/sites')

/** Files named by a hash of their bytes, which change their names with any word of the site. */
const hashedFile = /^\/(?:assets|media)\/|\.pf_\w+$/

// Each folder holds an outlet that must build, and the list of what it publishes. `UPDATE_FIXTURES=1` writes the lists, to be
// read before they are committed.
describe('an outlet builds without a problem:', () => {
  for (const name of readdirSync(sites)) {
    it(name.replaceAll('-', ' '), async () => {
      const site = await prepare(join(sites, name, 'content'))
      const addresses = [...(await renderSite(site)).keys()].filter((url) => !hashedFile.test(url)).sort()
      const expected = join(sites, name, 'outputs.txt')
      if (process.env.UPDATE_FIXTURES === '1') writeFileSync(expected, `${addresses.join('\n')}\n`)
      expect(site.problems).toEqual([])
      expect(`${addresses.join('\n')}\n`).toBe(readFileSync(expected, 'utf8'))
    })
  }
})

const page = async (name: string, url: `/${string}`) => (await prepare(join(sites, name, 'content'))).render(url)

describe('a fifth taxonomy', () => {
  it('has an index, pages, feeds and a line on the story, by four words of site.yml', async () => {
    expect(await page('a-fifth-taxonomy', '/series/')).toContain('href="/series/the-long-dry/"')
    expect(await page('a-fifth-taxonomy', '/series/the-long-dry/')).toContain('href="/news/rain-comes/"')
    expect(await page('a-fifth-taxonomy', '/series/the-long-dry/feed.xml')).toContain('<title>Rain stays</title>')
    const story = await page('a-fifth-taxonomy', '/news/rain-comes/')
    expect(story).toContain('href="/series/the-long-dry/"')
    expect(story).toContain('href="/join/wells-for-all/"')
    expect(await page('a-fifth-taxonomy', '/join/wells-for-all/')).toContain('A well for every village by 2030.')
  })
})

describe('a story in a folder of its own', () => {
  it('shows the pictures beside it, and is linked by its path', async () => {
    const story = await page('a-folder-a-story', '/news/rain-comes/')
    expect(story).toMatch(
      /<img src="\/media\/[0-9a-f]{20}-12\.jpg" .* alt="Drops on a roof" width="12" height="8" class="tint-[0-9]+" loading="lazy"/,
    )
    expect(story).toContain('<a href="/news/dry-year/#the-first-rain">last year</a>')
    expect(await page('a-folder-a-story', '/news/dry-year/')).toContain(
      '<a href="/news/rain-comes/">what came of it</a>',
    )
  })
})

describe('an old address', () => {
  it('leads on, by a page on any host and by a rule on those that know them', async () => {
    const old = await page('old-addresses', '/2026/01/rain-comes/')
    expect(old).toContain('<meta http-equiv="refresh" content="0; url=/news/rain-comes/"/>')
    expect(old).toContain('<link rel="canonical" href="https://small.example/news/rain-comes/"/>')
    expect((await page('old-addresses', '/_redirects')).split('\n')).toContain(
      '/2026/01/rain-comes/ /news/rain-comes/ 301',
    )
  })
})

describe('a file from Windows', () => {
  it('means what it would mean without its mark and its line ends', async () => {
    const story = await page('written-on-windows', '/news/rain-comes/')
    expect(story).not.toMatch(/\r|\ufeff/)
    expect(story).toContain('Name changed for security.')
    expect(story).toContain('<li>two</li>')
    expect(story).toContain('class="dateline"')
  })
})

describe('a story in another language', () => {
  it('says so, and runs the way that language runs', async () => {
    expect(await page('stories-in-other-languages', '/news/المطر/')).toMatch(/lang="ar" dir="rtl"/)
    expect(await page('stories-in-other-languages', '/news/pluie/')).toMatch(/lang="fr"/)
  })
})

describe('replies', () => {
  it('are closed by the outlet and opened by a story', async () => {
    expect(await page('replies-closed', '/news/rain-comes/')).not.toContain('mailto:desk@small.example?subject')
    expect(await page('replies-closed', '/news/rain-stays/')).toContain('mailto:desk@small.example?subject')
  })
})
