import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ProblemsError } from '../../src/problems/problem.ts'
import { prepare, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const own = 'https://small.example'
const text = [
  `Mali (SP) — See [one](${own}/news/first/#notes), [two](http://SMALL.example/tags/?q=a&r=b), [three](${own}).`,
  `See <a href="//small.example/news/first/">four</a>, [five][] and [six](${own}:8080/x) and [seven](https://notsmall.example/).`,
  `And [not yet](${own}/news/draft/) and [not anywhere](${own}//other.example/).`,
  `\n[five]: ${own}/feed.xml\n\n## Notes\n\n:::give{url="${own}/tags/" until="2027-01-01"}\nGive.\n:::`,
].join('\n')

describe('a link to the host of the outlet', async () => {
  const files = {
    'site.yml': `${siteYml}menu: [{label: Menu, url: "${own}/news/first/"}]\n`,
    'articles/first.md': story('', text.replace(' and [not anywhere](https://small.example//other.example/)', '')),
    'articles/draft.md': story('status: draft').replace('Rain', 'The rain'),
  }
  const site = await prepare(writeSite(join(scratch, 'own'), files))
  const links = (html: string | Buffer) =>
    Object.fromEntries(
      [...String(html).matchAll(/<a (?:class="[^"]*" )?href="([^"]*)"[^>]*>([\w ]+)<\/a>/g)].map(([, href, words]) => [
        words,
        href,
      ]),
    )

  it('is one within the site, in texts as in site.yml', async () => {
    expect(links(await site.render('/news/first/'))).toMatchObject({
      Menu: '/news/first/',
      one: '/news/first/#notes',
      two: '/tags/?q=a&#x26;r=b',
      three: '/',
      four: '/news/first/',
      five: '/feed.xml',
      six: `${own}:8080/x`,
      seven: 'https://notsmall.example/',
      'Give now': '/tags/',
    })
  })

  it('carries the host in a feed, once', async () => {
    const feed = String(await site.render('/feed.xml'))
    expect(feed).toContain(`${own}/tags/?q=a`)
    expect(feed).not.toMatch(/small\.example(?:https?:)?\/\//)
  })

  it('is left out where its story is not published', async () => {
    expect(await site.render('/news/first/')).toContain('And not yet.')
    expect(site.problems.map(({ message }) => message)).toEqual([
      'Link `https://small.example/news/draft/` leads to a story that is not published',
    ])
  })

  it('is as it was typed where another program answers, with the host in a feed', async () => {
    const files = {
      'site.yml': `${siteYml}otherPrograms: /shop/\nmenu: [{label: Menu, url: /shop/}]\n`,
      'articles/rain-comes.md': story(
        '',
        `Mali (SP) — See [one](/shop), [two](/shop/cart?a=b) and [three](${own}/shop/x).`,
      ),
    }
    const site = await prepare(writeSite(join(scratch, 'shop'), files))
    const found = { Menu: '/shop/', one: '/shop', two: '/shop/cart?a=b', three: '/shop/x' }
    expect(links(await site.render('/news/rain-comes/'))).toMatchObject(found)
    expect(String(await site.render('/feed.xml'))).toContain(`<a href="${own}/shop/cart?a=b">two</a>`)
    const others = writeSite(join(scratch, 'shopping'), {
      'site.yml': `${siteYml}otherPrograms: /shop/\n`,
      'articles/rain-comes.md': story('', 'Mali (SP) — See [one](/shopping/).'),
    })
    await expect(prepare(others)).rejects.toThrow(ProblemsError)
  })

  it('is refused where nothing stands there, and leads to no other host', async () => {
    await expect(
      prepare(writeSite(join(scratch, 'dead'), { ...files, 'articles/first.md': story('', text) })),
    ).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ name: 'dead-link', message: expect.stringContaining(`${own}//other.example/`) }),
      ]),
    })
  })
})
