import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProblemsError } from '../../src/problems/problem.ts'
import { buildSite } from '../helpers/build-site.ts'
import { renderSite } from '../helpers/render-site.ts'
import { prepare, root, siteYml, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><metadata>Jane Doe</metadata><path d="M0 0h40v10z"/></svg>'
const latinFont = readFileSync(
  join(root, 'node_modules/@expo-google-fonts/newsreader/600SemiBold/Newsreader_600SemiBold.ttf'),
)

const theme = `menu:
  - label: Stories
    url: /
    links:
      - { label: Archive, url: /archive/ }
      - { label: Rain, url: /news/rain-comes/ }
give: { label: Give, url: "https://give.example" }
footer:
  text: A work of two churches.
  groups:
    - { title: Read, links: { label: Authors, url: /people/ } }
theme:
  accent: "#0057b8"
  paper: "#fff"
  logo: logo.svg
  icon: /icon.png
  headlineFont: fonts/headlines.ttf
cards: true
`

/** Writes an outlet with a theme, and returns its folder. */
async function writeThemedSite(name: string, lines = theme, files: Record<string, string | Buffer> = {}) {
  const folder = join(scratch, name)
  writeSite(folder, {
    'site.yml': `${siteYml}  phone: +1 555 0142\n  address: PO Box 142, Elgin\n${lines}`,
    'logo.svg': logo,
    'fonts/headlines.ttf': latinFont,
    ...files,
  })
  mkdirSync(join(folder, 'public'), { recursive: true })
  const icon = sharp({ create: { width: 512, height: 512, channels: 4, background: '#0057b8' } })
  writeFileSync(
    join(folder, 'public/icon.png'),
    await icon
      .withExif({ IFD0: { Artist: 'Jane Doe' } })
      .png()
      .toBuffer(),
  )
  return folder
}

describe('an outlet with a theme', () => {
  let site: Map<string, string | Buffer>
  let story: string
  const file = (pattern: RegExp) => [...site].find(([url]) => pattern.test(url))?.[1] ?? ''
  beforeAll(async () => {
    const folder = await writeThemedSite('themed')
    site = await renderSite(await prepare(join(folder, 'content'), { workFolder: join(folder, '.lampstand') }))
    story = String(site.get('/news/rain-comes/'))
  })

  it('has its colors in both schemes, in the style sheet and around the page', () => {
    const css = String(file(/site-.*\.css$/))
    expect(css).toMatch(/:root\{--paper:#fff;.*--accent:#0057b8/)
    expect(css).toMatch(/prefers-color-scheme:dark\)\{:root\{--paper:#1/)
    expect(story).toContain('<meta name="theme-color" content="#0057b8" media="(prefers-color-scheme: light)"/>')
    expect(story).toMatch(/<meta name="theme-color" content="#1[0-9a-f]{5}" media="\(prefers-color-scheme: dark\)"\/>/)
  })

  it('has its logo, its icon and its font, without what their files say of people', async () => {
    expect(story).toMatch(
      /<a class="masthead-name masthead-logo" href="\/"><img src="\/assets\/logo-[0-9a-f]{12}\.svg" alt="Small Paper" width="40" height="10"\/><\/a>/,
    )
    expect(String(file(/logo-.*\.svg$/))).toMatch(/^<svg [^>]*><path d="M0 0h40v10z" \/><\/svg>$/)
    expect(story).toMatch(/<link rel="icon" href="\/assets\/icon-[0-9a-f]{12}\.png"\/>/)
    const icon = await sharp(Buffer.from(file(/icon-.*\.png$/))).metadata()
    expect(icon).toMatchObject({ width: 192, height: 192 })
    expect(icon.exif).toBeUndefined()
    const css = String(file(/site-.*\.css$/))
    expect(css).toContain('--headline:"Outlet Headlines",var(--serif)')
    // The default font of headlines would be a file that nothing shows.
    expect(css).not.toContain('newsreader')
    const fonts = [...site.keys()].filter((url) => url.endsWith('.woff2'))
    expect(fonts.length).toBeGreaterThan(0)
    for (const url of fonts) expect(css).toContain(`url(${url})`)
  })

  it('has a menu with a level below, a link to give, and a footer with groups, telephone and address', () => {
    expect(story).toContain(
      '<details name="menu"><summary aria-label="More in Stories"></summary><ul><li><a href="/archive/">Archive</a></li><li><a href="/news/rain-comes/" aria-current="page">Rain</a></li></ul></details>',
    )
    expect(story).toContain('<a class="masthead-give" href="https://give.example" rel="noopener">Give</a>')
    expect(story).toContain('<p class="story-give"><a href="https://give.example" rel="noopener">Give</a></p>')
    expect(story).toContain('<p>A work of two churches.</p>')
    expect(story).toContain('<section><h2>Read</h2><ul><li><a href="/people/">Authors</a></li></ul></section>')
    expect(story).toContain('<a href="tel:+15550142" dir="ltr">+1 555 0142</a>')
    expect(story).toContain('<li dir="auto">PO Box 142, Elgin</li>')
  })

  it('has cards in its colors', async () => {
    const card = await sharp(Buffer.from(file(/\/media\/card-/)))
      .extract({ left: 600, top: 0, width: 1, height: 620 })
      .raw()
      .toBuffer()
    const near = (at: number, color: readonly number[]) =>
      color.every((value, channel) => Math.abs((card[at * 3 + channel] ?? 0) - value) < 12)
    expect(near(4, [0x00, 0x57, 0xb8])).toBe(true)
    expect(near(400, [255, 255, 255])).toBe(true)
  })
})

describe('a theme', () => {
  it('gives the same bytes from a cold cache, a warm one and a damaged one', async () => {
    const folder = await writeThemedSite('cached')
    const cold = await buildSite(folder)
    expect((await buildSite(folder)).rendered).toEqual([])
    const cache = join(folder, '.lampstand/theme')
    for (const name of [...cold.files.keys()].filter((path) => path.startsWith('assets/logo'))) {
      writeFileSync(join(cache, name.slice('assets/'.length)), 'damaged')
    }
    rmSync(join(folder, 'site'), { recursive: true })
    expect((await buildSite(folder)).files).toEqual(cold.files)
  })

  it('changes no story that is not rendered for another reason, and all pages when it changes itself', async () => {
    const folder = await writeThemedSite('changed')
    const before = await buildSite(folder)
    writeFileSync(join(folder, 'content/logo.svg'), logo.replace('h40v10', 'h40v9'))
    const after = await buildSite(folder)
    expect(after.rendered).toContain('/news/rain-comes/')
    const logos = (site: typeof before) => [...site.files.keys()].filter((path) => path.startsWith('assets/logo'))
    expect(logos(after)).not.toEqual(logos(before))
    expect(logos(after)).toHaveLength(1)
  })

  it('with an accent and without an icon has the icon of the engine in that color', async () => {
    const folder = await writeThemedSite('recolored', 'theme:\n  accent: "#0057b8"\n')
    const site = await renderSite(await prepare(join(folder, 'content')))
    const [, icon] = [...site].find(([url]) => url.startsWith('/assets/icon-')) ?? []
    expect(icon).toContain('fill="#0057b8"')
    expect(icon).not.toContain('#1b1915')
  })

  it.each([
    [
      'a file beyond the limit',
      { 'logo.svg': Buffer.alloc(10_100_000) },
      '`logo.svg` has 10100 KB. At most 10000 KB are published.',
    ],
    [
      'a drawing with too many points',
      { 'logo.svg': logo.replace('M0 0h40v10z', 'M0 0h40v10z '.repeat(10_000)) },
      /^`logo\.svg` has \d+ KB\. At most 100 KB are published\.$/,
    ],
  ])('refuses %s, at its key', async (_, files, message) => {
    const folder = await writeThemedSite('large', theme, files as unknown as Record<string, string | Buffer>)
    const failure = await prepare(join(folder, 'content')).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ProblemsError)
    const [problem] = (failure as ProblemsError).problems
    expect(problem).toMatchObject({ name: 'theme-file-too-large', file: 'content/site.yml', start: { column: 9 } })
    expect(problem?.message).toMatch(message)
  })

  it('leaves out links that lead to what is not published, with a warning', async () => {
    const folder = await writeThemedSite('unpublished', `${theme.replace('cards: true\n', '')}`, {
      'articles/secret.md':
        '---\ntitle: Secret well\ndate: 2026-01-05\nauthors: [ann-doe]\nstatus: draft\n---\n\nMali (SP) — Dry.\n',
      'site.yml': `${siteYml}${theme
        .replace('/news/rain-comes/', '/news/secret/')
        .replace('https://give.example', '/news/secret/')
        .replace('url: /people/', 'url: /news/secret/')}`,
    })
    const site = await prepare(join(folder, 'content'))
    expect(site.problems.filter(({ name }) => name === 'link-to-unpublished')).toHaveLength(3)
    for (const [url, text] of await renderSite(site)) expect(String(text), url).not.toContain('/news/secret/')
  })
})

describe('outlet.css', () => {
  it('comes last in the style sheet of the site, and of a preview', async () => {
    const folder = await writeThemedSite('styled')
    const layouts = join(folder, 'layouts')
    cpSync(join(root, 'layouts'), layouts, { recursive: true })
    writeFileSync(join(layouts, 'styles/outlet.css'), ':root { --accent: #123456 }')
    for (const audience of ['public', 'desk'] as const) {
      const site = await renderSite(await prepare(join(folder, 'content'), { layouts, audience }))
      const [, css] = [...site].find(([url]) => /site-.*\.css$/.test(url)) ?? []
      expect(String(css)).toMatch(/--accent:#123456\}$/)
    }
  })

  it('that cannot be read stops the build at its line, with all other problems', async () => {
    const folder = await writeThemedSite('unreadable', theme.replace('#0057b8', '#ffd400'))
    const layouts = join(folder, 'layouts')
    cpSync(join(root, 'layouts'), layouts, { recursive: true })
    writeFileSync(join(layouts, 'styles/outlet.css'), 'main { color: teal }\n..wide {}\n')
    const failure = await prepare(join(folder, 'content'), { layouts }).catch((error: unknown) => error)
    expect((failure as ProblemsError).problems).toMatchObject([
      { name: 'low-contrast', file: 'content/site.yml' },
      { name: 'style-sheet-unreadable', file: 'layouts/styles/outlet.css', start: { line: 2, column: 2 } },
    ])
  })
})
