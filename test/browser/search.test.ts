import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser, serveSite } from '../helpers/browser.ts'
import { readFiles } from '../helpers/read-files.ts'
import { lampstand } from '../helpers/run-command.ts'
import { siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
const out = join(scratch, 'site')
const datedStory = (title: string, year: number, lines: string, text: string) =>
  story(lines, `Mali (SP) — ${text}`).replace('Rain comes', title).replace('2026-01-05', `${year}-01-05`)
const content = writeSite(join(scratch, 'paper'), {
  'site.yml': `${siteYml}search: true\n`,
  'partners/wells.md': '---\nname: Wells & Words\n---\n',
  'articles/rain-comes.md': story(
    'countries: [ML]\npartners: [wells]\ntags: [Water]',
    'Mali (SP) — The rain came to **Gao** &lt;at&gt; last.',
  ),
  'articles/harp.md': datedStory(
    'A harp',
    2025,
    'countries: [PE]\ntags: [Music, "Songs, old"]',
    'They sang about rain.',
  ),
  'articles/old.md': datedStory('Old rain', 2019, 'countries: [ML]', 'It rained then.'),
  'articles/older.md': datedStory('Older', 2018, '', 'Nothing fell.'),
  'articles/oldest.md': datedStory('Oldest', 2017, '', 'It poured.'),
  'articles/secret.md': story('status: draft', 'Mali (SP) — Unpublishable rain.').replace('Rain comes', 'Secret'),
})

let browser: Browser
let server: Server
let origin = ''
const build = () => lampstand(['build', '--content', content, '--out', out, '--now', '2026-11-23T12:00Z'])

beforeAll(async () => {
  const { exitCode, stdout } = await build()
  expect(stdout).toContain('5 articles')
  expect(exitCode).toBe(0)
  const files = new Map<string, Buffer>()
  for (const [path, bytes] of readFiles(out)) files.set(`/${path.replace(/(^|\/)index\.html$/, '$1')}`, bytes)
  ;({ origin, server } = await serveSite(files))
  browser = await launchBrowser(inject('browser'))
})

afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(scratch, { recursive: true, force: true })
})

const titles = (page: Page) => page.locator('.search-results h2').allTextContents()

describe('the search', () => {
  it('finds stories of the last three years by their words, and highlights them', async () => {
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', (one) => requests.push(one.url()))
    await page.goto(`${origin}/search/`)
    await page.getByLabel('Search our stories').fill('rain')
    await page.locator('.search-results li').first().waitFor()
    expect((await titles(page)).sort()).toEqual(['A harp', 'Old rain', 'Rain comes'])
    expect(await page.locator('.search-results mark').first().textContent()).toMatch(/rain/i)
    expect(await page.locator('.search-results').textContent()).toContain('Gao <at> last')
    expect(await page.locator('.search-count').textContent()).toBe('Stories found: 3')
    expect(requests.filter((url) => !url.startsWith(origin) || url.includes('q='))).toEqual([])
    expect(page.url()).toBe(`${origin}/search/#q=rain`)
    expect(requests.filter((url) => url.includes('/2018/') || url.includes('/2017/'))).toEqual([])
    await page.close()
  })

  it('narrows by country, partner, tag and year, with words or without', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/search/#q=rain&country=Mali`)
    await page.locator('.search-results li').nth(1).waitFor()
    expect((await titles(page)).sort()).toEqual(['Old rain', 'Rain comes'])
    await page.getByLabel('Year').selectOption('2019')
    await page.locator('.search-results h2', { hasText: 'Rain comes' }).waitFor({ state: 'detached' })
    expect(await titles(page)).toEqual(['Old rain'])
    for (const [filter, value, expected] of [
      ['Tag', 'Songs, old', 'A harp'],
      ['Partner', 'Wells & Words', 'Rain comes'],
    ] as const) {
      await page.goto(`${origin}/search/`)
      await page.reload()
      await page.getByLabel(filter).selectOption(value)
      await page.locator('.search-results h2', { hasText: expected }).waitFor()
      expect(await titles(page)).toEqual([expected])
    }
    await page.close()
  })

  it('follows the address where it changes on the page', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/search/#q=harp`)
    await page.locator('.search-results h2', { hasText: 'A harp' }).waitFor()
    await page.goto(`${origin}/search/#tag=Water`)
    await page.locator('.search-results h2', { hasText: 'Rain comes' }).waitFor()
    expect(await page.getByLabel('Search our stories').inputValue()).toBe('')
    expect(await titles(page)).toEqual(['Rain comes'])
    await page.close()
  })

  it('reaches every year, says when nothing is found, and knows nothing that is not published', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/search/#q=poured&year=all`)
    await page.locator('.search-results li').first().waitFor()
    expect(await titles(page)).toEqual(['Oldest'])
    await page.getByLabel('Search our stories').fill('Unpublishable')
    await page.getByText('Nothing found.').waitFor()
    await page.close()
  })

  it('leads readers without JavaScript to the archive', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/search/`)
    expect(await page.getByRole('link', { name: 'Archive' }).isVisible()).toBe(true)
    expect(await page.locator('form').isVisible()).toBe(false)
    await context.close()
  })

  it('keeps the indexes of other years when a story is added', async () => {
    const before = readFiles(out)
    writeFileSync(join(content, 'articles/new.md'), story('tags: [Water]').replace('Rain comes', 'New rain'))
    expect((await build()).exitCode).toBe(0)
    const after = readFiles(out)
    const changed = [...after.keys()].filter((path) => !before.get(path)?.equals(after.get(path) ?? Buffer.of()))
    const years = new Set(changed.flatMap((path) => /^search\/(\d+)\//.exec(path)?.[1] ?? []))
    expect([...years]).toEqual(['2026'])
  })
})
