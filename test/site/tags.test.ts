import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { prepare, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
let count = 0
const site = (files: Readonly<Record<string, string>>) => prepare(writeSite(join(scratch, String(++count)), files))
const titled = (title: string, date: string, lines: string) =>
  story(lines).replace('Rain comes', title).replace('2026-01-05', date)

describe('tags that are merged', () => {
  const made = () =>
    site({
      'articles/a.md': titled('A', '2026-01-06', 'tags: [Water]'),
      'articles/b.md': titled('B', '2026-01-07', 'tags: [Clean Water, Wells]'),
      'tags/clean-water.md': '---\nmerges: [Water, Wells]\n---\n\nWhat one drinks.\n',
    })

  it('are one, on its page, on each story and in its feed', async () => {
    const { render, problems, site: made1 } = await made()
    expect(problems).toEqual([])
    const page = await render('/tags/clean-water/')
    expect(page).toContain('href="/news/a/"')
    expect(page.match(/href="\/news\/b\/"/g)).toHaveLength(1)
    expect(await render('/tags/clean-water/feed.xml')).toContain('<title>A</title>')
    expect((await render('/news/b/')).match(/href="\/tags\/[^"]+"/g)).toEqual(['href="/tags/clean-water/"'])
    expect(made1.taxonomies.find(({ taxonomy }) => taxonomy.key === 'tags')?.terms.map(({ name }) => name)).toEqual([
      'Clean Water',
    ])
  })

  it('lead from their old pages to the one that is left', async () => {
    const { render } = await made()
    expect(await render('/tags/water/')).toContain('content="0; url=/tags/clean-water/"')
    expect(await render('/_redirects')).toContain('/tags/wells/ /tags/clean-water/ 301')
  })
})

describe('a warning about a tag', () => {
  it('is said once, at the newest story, with how many have it', async () => {
    const { problems } = await site({
      'articles/a.md': titled('A', '2026-01-06', 'tags: [Mali, Rain]'),
      'articles/b.md': titled('B', '2026-01-08', 'tags: [Rain, Mali]'),
      'articles/c.md': titled('C', '2026-01-07', 'tags: [Mali]'),
    })
    expect(problems).toMatchObject([
      {
        name: 'tag-is-country',
        file: 'content/articles/b.md',
        message: 'Unexpected country `Mali` among the tags of 3 stories',
      },
    ])
  })

  it('ends when somebody gives the tag a file', async () => {
    const files = {
      'articles/a.md': titled('A', '2026-01-06', 'tags: [Refugee]'),
      'articles/b.md': titled('B', '2026-01-07', 'tags: [Refugees]'),
    }
    expect((await site(files)).problems).toMatchObject([{ name: 'near-duplicate-tag' }])
    const kept = {
      ...files,
      'tags/refugee.md': '---\nname: A refugee\n---\n',
      'tags/refugees.md': '---\nname: Refugees\n---\n',
    }
    expect((await site(kept)).problems).toEqual([])
  })

  it('is not said of tags that only look alike', async () => {
    const tags = ['Mission', 'Missionaries', 'Press', 'Prison', 'Person', 'Aids', 'Aid workers', 'Radio', 'Lake Basin']
    const { problems } = await site({ 'articles/a.md': titled('A', '2026-01-06', `tags: [${tags.join(', ')}]`) })
    expect(problems).toEqual([])
  })
})

describe('a series', () => {
  const made = () =>
    site({
      'site.yml': `${siteYml}taxonomies:\n  series: {one: Series, many: Series, ordered: true}\n`,
      'articles/one.md': titled('One', '2026-01-06', 'series: The Long Dry'),
      'articles/two.md': titled('Two', '2026-02-06', 'series: The Long Dry'),
      'articles/three.md': titled('Three', '2026-03-06', 'series: The Long Dry'),
    })

  it('leads from part to part, the oldest first', async () => {
    const { render } = await made()
    const nav = async (url: `/${string}`) => /<nav class="series"[\s\S]*?<\/nav>/.exec(await render(url))?.[0] ?? ''
    const two = await nav('/news/two/')
    expect(two).toContain('Part 2 of 3')
    expect(two).toMatch(
      /The part before: <a href="\/news\/one\/">One<\/a>[\s\S]*The next part: <a href="\/news\/three\/">Three<\/a>/,
    )
    expect(await nav('/news/one/')).toMatch(/Part 1 of 3(?![\s\S]*before)/)
    expect(await nav('/news/three/')).not.toContain('next part')
  })

  it('shows no part that is not published', async () => {
    const { render } = await site({
      'site.yml': `${siteYml}taxonomies:\n  series: {one: Series, many: Series, ordered: true}\n`,
      'articles/one.md': titled('One', '2026-01-06', 'series: The Long Dry'),
      'articles/two.md': titled('Hidden', '2027-02-06', 'series: The Long Dry'),
    })
    const page = await render('/news/one/')
    expect(page).toContain('Part 1 of 1')
    expect(page).not.toContain('Hidden')
  })
})
