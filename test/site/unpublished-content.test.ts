import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PreparedSite } from '../../src/builder/prepared-site.ts'
import { renderSite } from '../helpers/render-site.ts'
import { prepare, root, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A photo that says where it was taken, and by whom. */
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#7a2e12' } })
    .withExif({
      IFD0: { Artist: 'CANARY photographer', ImageDescription: 'CANARY description' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '12/1 39/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '8/1 0/1 0/1' },
    })
    .jpeg()
    .toBuffer()

// Whatever must not be seen says CANARY.
let content: string
beforeAll(async () => {
  let aliases = 0
  const hidden = (lines: string, date = '2026-01-05') =>
    `---\ntitle: CANARY headline\ndate: ${date}\nauthors: [cora-canary]\nsummary: CANARY summary\ntags: [CANARY tag]\nseries: [CANARY series]\ncountries: [TD]\npartners: [canary-partner]\naliases: [/old/canary-${++aliases}/]\nimage: {src: canary-photo.jpg, alt: CANARY alt}\nactions: [{kind: pray, text: CANARY action}]\ncorrections: [{date: ${date.slice(0, 10)}, kind: update, text: CANARY correction}]\naudio: {src: ../canary.mp3, transcript: CANARY transcript}\npronounce: {CANARY: ca-NA-ry}\nanswers: [asked]\n${lines}\n---\n\nChad (SP) — CANARY body. ![CANARY picture](canary-photo.jpg)\n\n:::pray\nCANARY request.\n:::\n`
  content = writeSite(join(scratch, 'gate'), {
    'site.yml': `${siteYml}taxonomies:\n  series: {one: Series, many: Series}\nbroadcast: {scripts: true}\nrepublish: {terms: Free.}\ntextEdition: true\nsearch: true\nmenu:\n  - {label: Hidden page, url: /canary-page/}\n`,
    'people/cora-canary.md': '---\nname: Cora CANARY\n---\n',
    'partners/canary-partner.md': '---\nname: Partner of nobody\n---\n',
    'articles/canary-draft/index.md': hidden('status: draft'),
    'articles/canary.mp3': readFileSync(join(root, 'test/fixtures/recordings/named.mp3')),
    'replies/canary-draft.yml': 'replies:\n  - {name: CANARY reader, date: 2026-01-06, text: CANARY letter}\n',
    'articles/asked.md': story('', 'Mali (SP) — Rain.\n\n:::pray\nFor rain.\n:::').replace('Rain comes', 'Asked'),
    'articles/canary-translation/index.md': hidden('status: draft\nlanguage: fr\ntranslationOf: rain-comes'),
    'articles/canary-translation/canary-photo.jpg': await photo(),
    'articles/canary-draft/canary-photo.jpg': await photo(),
    'articles/canary-embargo/index.md': hidden('embargo: 2026-11-23T12:00:01Z'),
    'articles/canary-embargo/canary-photo.jpg': await photo(),
    'articles/canary-future/index.md': hidden('', '2026-11-24'),
    'articles/canary-future/canary-photo.jpg': await photo(),
    'articles/canary-withdrawn/index.md': hidden('status: withdrawn'),
    'articles/canary-withdrawn/canary-photo.jpg': await photo(),
    'pages/canary-page.md': '---\ntitle: CANARY page\nstatus: draft\n---\n\nCANARY.\n',
    'articles/withheld.md':
      '---\ntitle: A withheld byline\ndate: 2026-02-05\nbyline: withheld\ntags: [Water]\n---\n\nSomewhere (SP) — Text.\n',
    'articles/links/index.md': story(
      'image: {src: canary-pastor-moussa.jpg, alt: A house}\nactions:\n  - {kind: give, text: Give, url: /news/canary-draft/}',
      'See [one](../canary-draft/index.md), [two](/news/canary-embargo/), [three](/canary-page/) and [four](../canary-withdrawn/index.md).\n\n![A wall](canary-pastor-moussa.jpg)',
    ).replace('Rain comes', 'Links'),
    'articles/links/canary-pastor-moussa.jpg': await photo(),
  })
})

describe('what is not published', () => {
  let site: PreparedSite
  let files: Map<string, string | Buffer>
  beforeAll(async () => {
    site = await prepare(content)
    files = await renderSite(site)
  })

  it('is in no page, feed, sitemap, redirect, file or address', () => {
    const leaks = [...files].filter(([url, file]) => /canary/i.test(url) || /canary/i.test(String(file)))
    // An author and a partner have pages of their own, by their files; nothing of the hidden stories is on them.
    const own = [
      '/people/cora-canary/',
      '/people/cora-canary/feed.xml',
      '/people/',
      '/partners/',
      '/partners/canary-partner/',
      '/partners/canary-partner/feed.xml',
      '/sitemap.xml',
    ]
    expect(leaks.map(([url]) => url).filter((url) => !own.includes(url))).toEqual([])
    for (const url of own) {
      expect(String(files.get(url)).replaceAll(/cora-canary|canary-partner|Cora CANARY/g, '')).not.toMatch(/canary/i)
    }
  })

  it('is not in what templates see', async () => {
    let seen = ''
    await prepare(content, {
      customFiles: async (context) => {
        seen = JSON.stringify(context?.newsroom)
        return { files: [], problems: [] }
      },
    })
    expect(seen).toContain('"slug":"links"')
    // An author and a partner have pages of their own, by their files.
    expect(seen.replaceAll(/cora-canary|canary-partner|Cora CANARY/g, '')).not.toMatch(/canary/i)
  })

  it('is linked by nobody: the text of such links stays without the link', () => {
    expect(files.get('/news/links/')).toContain('See one, two, three and four.')
    expect(files.get('/news/links/')).not.toContain('Give now')
  })

  it('leaves no photo behind, and photos that are published say neither where nor by whom they were taken', async () => {
    const photos = [...files].filter(([url]) => url.startsWith('/media/'))
    expect(photos.map(([url]) => url.split('.')[1]).sort()).toEqual(['avif', 'jpg', 'webp'])
    for (const [url, bytes] of photos) {
      expect(url).toMatch(/^\/media\/[0-9a-f]{20}-[0-9]+\.(?:avif|webp|jpg)$/)
      const { exif, xmp, iptc, icc } = await sharp(bytes as Buffer).metadata()
      expect({ exif, xmp, iptc, icc }).toEqual({})
    }
  })

  it('does not make a tag, a country, a series, a language, a newscast, a feed or a month', () => {
    expect([...files.keys()].filter((url) => /chad|2026\/11|^\/fr\/|^\/listen\//.test(url))).toEqual([])
    expect(files.get('/news/rain-comes/')).not.toContain('hreflang')
    expect(files.get('/news/asked/')).not.toContain('was answered')
  })

  it('is all there in a preview, with a banner, and asks robots to stay away', async () => {
    const preview = await prepare(content, { audience: 'desk' })
    const page = await preview.render('/news/canary-embargo/')
    expect(page).toContain('Under embargo until November 23, 2026')
    expect(page).toContain('<meta name="robots" content="noindex"/>')
    expect(await preview.render('/news/canary-draft/')).toContain('Draft: not published')
    expect(await preview.render('/news/canary-withdrawn/')).toContain('Withdrawn')
    expect(await preview.render('/canary-page/')).toContain('Draft: not published')
  })

  it('is published in the second of its embargo and not before', async () => {
    const at = async (text: string) => [...(await prepare(content, { now: Date.parse(text) })).outputs.keys()]
    expect(await at('2026-11-23T12:00:00.999Z')).not.toContain('/news/canary-embargo/')
    expect(await at('2026-11-23T12:00:01Z')).toContain('/news/canary-embargo/')
    expect(await at('2026-11-24T00:00:00Z')).toContain('/news/canary-future/')
  })
})

describe('a withheld byline', () => {
  it('is honoured by the page, the lists and every feed', async () => {
    const site = await prepare(content)
    const files = await renderSite(site)
    const page = String(files.get('/news/withheld/'))
    expect(page).not.toContain('class="byline"')
    expect(page).not.toContain('rel="author"')
    const feed = String(files.get('/tags/water/feed.xml'))
    expect(feed).toContain('A withheld byline')
    expect(feed).not.toContain('creator')
  })
})

describe('a call whose last day is past', () => {
  const calls = (until: string) =>
    writeSite(join(scratch, `call-${until}`), {
      'articles/rain-comes.md': story(
        `actions:\n  - {kind: give, text: Give seed., url: "https://a.example/give", until: ${until}}`,
        `Mali (SP) — Text.\n\n:::go{until="${until}" url="https://a.example/go"}\nCome and [teach](https://a.example/teach).\n:::`,
      ),
    })

  it('keeps its text and loses its links, on the page and in the feed', async () => {
    const files = await renderSite(await prepare(calls('2026-11-22')))
    for (const url of ['/news/rain-comes/', '/feed.xml']) {
      const text = String(files.get(url))
      expect(text).toContain('Come and teach.')
      expect(text).toContain('Give seed.')
      expect(text).not.toContain('a.example')
      expect(text).not.toMatch(/Give now|How to go/)
    }
    expect(files.get('/news/rain-comes/')).toContain('This ended on November 22, 2026.')
  })

  it('is open all through its last day, in the time zone of the outlet', async () => {
    const content = calls('2026-11-23')
    const at = async (text: string) =>
      String(await (await prepare(content, { now: Date.parse(text) })).render('/news/rain-comes/'))
    expect(await at('2026-11-23T23:59:59Z')).toContain('a.example/teach')
    expect(await at('2026-11-24T00:00:00Z')).not.toContain('a.example')
  })
})

describe('content that reaches out of its folder', () => {
  it('does not reach the machine: a link to another place is neither followed nor published', async () => {
    const { symlinkSync } = await import('node:fs')
    const content = writeSite(join(scratch, 'symlink'), {
      'articles/linked/index.md': story('', 'Text.\n\n![A](secret.jpg)').replace('Rain comes', 'Linked'),
    })
    symlinkSync('/etc/hostname', join(content, 'articles/linked/secret.jpg'))
    symlinkSync('/etc', join(content, 'articles/etc'))
    await expect(prepare(content)).rejects.toMatchObject({
      problems: [expect.objectContaining({ name: 'media-missing' })],
    })
  })

  it('runs nothing: a folder of content can hold no template, data file or configuration', async () => {
    const content = writeSite(join(scratch, 'templates'), {
      'articles/evil.11ty.js': 'throw new Error("ran")',
      'articles/articles.11tydata.js': 'throw new Error("ran")',
      '_data/evil.js': 'throw new Error("ran")',
      'articles/liquid.md': story('', '{{ "ran" | upcase }} {% include "x" %} <%= 1 + 1 %>').replace('Rain comes', 'L'),
    })
    const site = await prepare(content)
    expect(await site.render('/news/liquid/')).toContain('{{ “ran” | upcase }} {% include “x” %} &#x3C;%= 1 + 1 %>')
    expect([...site.outputs.keys()].join()).not.toContain('evil')
  })
})
