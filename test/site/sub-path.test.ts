import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findResourceUrlsInStyles } from '../../src/checks/find-style-urls.ts'
import { buildSite } from '../helpers/build-site.ts'
import { servedFile } from '../helpers/dead-links.ts'
import { copyEverything, everything, everythingUrl } from '../helpers/everything.ts'
import { htmlElements } from '../helpers/html-elements.ts'
import { readFiles } from '../helpers/read-files.ts'
import { type CommandResult, lampstand } from '../helpers/run-command.ts'
import { siteYml, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const base = '/a/b'
const site = everythingUrl + base
/** Links as writers may type them, each to a page that exists. */
const typedLinks = `---
title: Links
---

[one](/about/), [two](${base}/about/), [three](${site}/about/), [four](${base}), [five](about.md) and
[other](${everythingUrl}/other/).
`

const build = async (content: string, name: string): Promise<[CommandResult, Map<string, Buffer>]> => {
  const out = join(scratch, name)
  const result = await lampstand(['build', '--content', content, '--out', out, '--now', '2026-11-23T12:00:00Z'])
  return [result, readFiles(out)]
}

let result: CommandResult
let files: Map<string, Buffer>
let filesAtRoot: Map<string, Buffer>
const text = (path: string) => files.get(path)?.toString() ?? ''

beforeAll(async () => {
  const content = copyEverything(join(scratch, 'outlet'), `${site}/`)
  writeFileSync(join(content, 'pages/links.md'), typedLinks)
  const onion = `onion: http://${'a'.repeat(56)}.onion\nisso: /isso/\notherPrograms: [/shop/]\n`
  writeFileSync(join(content, 'site.yml'), `${readFileSync(join(content, 'site.yml'), 'utf8')}\n${onion}`)
  ;[result, files] = await build(content, 'site')
  cpSync(everything, join(scratch, 'root'), { recursive: true })
  filesAtRoot = (await build(join(scratch, 'root/content'), 'root-site'))[1]
})

/** Every URL of a file that a browser or another program may follow, wherever it is written. */
function findUrls(path: string, file: string): string[] {
  if (path.endsWith('.css')) return findResourceUrlsInStyles(file)
  if (path.endsWith('.xml')) {
    const urls = [...file.matchAll(/(?:https?:)\/\/[^\s<>"&')]+|(?:href|src)="([^"]*)"/g)]
    return urls.map(([whole, attribute]) => attribute ?? whole).filter((url) => !/w3\.org|purl\.org|itunes/.test(url))
  }
  return htmlElements(file).flatMap(({ tagName, properties }) =>
    Object.entries(properties).flatMap(([name, value]) => {
      const values = Array.isArray(value) ? value.map(String) : [String(value)]
      if (name === 'srcSet') return values.flatMap((list) => list.split(/,\s+/).map((item) => item.split(' ')[0] ?? ''))
      if (name === 'content') return values.map((content) => content.replace(/^\d+; url=/, '')).filter(isUrl)
      if (['href', 'src', 'poster', 'action'].includes(name)) return values
      // A path that a script reads, or any other attribute that looks like one.
      return tagName === 'path' || name === 'title' || name === 'alt' ? [] : values.filter(isUrl)
    }),
  )
}

const isUrl = (value: string) => /^(?:https?:)?\/\S*$/.test(value)
/** What other programs answer. */
const isProgram = (path: string) => /^\/a\/b\/(?:isso|shop)\//.test(path)

describe('an outlet with everything in a folder of its host', () => {
  it('builds without a problem, and says where robots.txt has to be', () => {
    expect(result).toMatchObject({ exitCode: 0 })
    // The public folder may hold a security.txt.
    expect(result.stdout.match(/^ +\d+:\d+ .*(?<!file-for-host-root)$/gm)).toBeNull()
    expect(result.stdout).toContain(`Add the line “Sitemap: ${site}/sitemap.xml” to ${everythingUrl}/robots.txt`)
  })

  it('has the files that it would have at the root of its host, and no folder of that name', () => {
    const names = (all: Map<string, Buffer>) =>
      [...all.keys()].map((path) => path.replace(/-[0-9a-f]{12}\./, '.')).filter((path) => !path.includes('pagefind'))
    const extra = ['links/index.html']
    expect(names(files).filter((path) => !names(filesAtRoot).includes(path))).toEqual(extra)
    expect(names(filesAtRoot).filter((path) => !names(files).includes(path))).toEqual(['robots.txt'])
  })

  it('has no URL that leaves the folder, and none that leads nowhere', () => {
    const faults: string[] = []
    let followed = 0
    for (const [path, bytes] of files) {
      if (!/\.(?:html|css|xml)$/.test(path)) continue
      const page = new URL(`${base}/${path.replace(/index\.html$/, '')}`, everythingUrl)
      for (const url of findUrls(path, bytes.toString())) {
        const target = new URL(url, page)
        if (target.origin !== everythingUrl || target.href === `${everythingUrl}/other/`) continue
        followed++
        const inside = target.pathname.startsWith(`${base}/`) ? target.pathname.slice(base.length) : undefined
        if (inside === undefined || !(files.has(servedFile(inside)) || isProgram(target.pathname))) {
          faults.push(`${path}: ${url}`)
        }
      }
    }
    expect(faults).toEqual([])
    expect(followed).toBeGreaterThan(5000)
  })

  it('has the pages that it would have at the root, but for the folder', () => {
    const path = 'tags/index.html'
    const atRoot = filesAtRoot.get(path)?.toString() ?? ''
    const withoutBase = text(path)
      .replaceAll(site, everythingUrl)
      .replaceAll(`"${base}/`, '"/')
      .replace(/<meta http-equiv="onion-location"[^>]*>/, '')
    const stylesheet = /site-[0-9a-f]{12}/g
    expect(withoutBase.replace(stylesheet, '')).toBe(atRoot.replace(stylesheet, ''))
  })

  it('understands links with the folder, without it, and by the whole URL', () => {
    const hrefs = htmlElements(text('links/index.html'))
      .filter(({ tagName }) => tagName === 'p')
      .flatMap(({ children }) => children)
      .flatMap((child) => (child.type === 'element' && child.tagName === 'a' ? [child.properties.href] : []))
    expect(hrefs.slice(0, 6)).toEqual([
      `${base}/about/`,
      `${base}/about/`,
      `${base}/about/`,
      `${base}/`,
      `${base}/about/`,
      `${everythingUrl}/other/`,
    ])
  })

  it('offers the folder of the onion service, and asks Isso below it', () => {
    expect(text('index.html')).toContain(`onion-location" content="http://${'a'.repeat(56)}.onion${base}/"`)
    const page = [...files].find(([path, bytes]) => path.startsWith('news/') && bytes.includes('data-isso'))
    expect(page?.[1].toString()).toContain(`data-isso="${base}/isso/"`)
    expect(page?.[1].toString()).toContain(`src="${base}/isso/js/embed.min.js"`)
  })

  it('has ids in its feeds that no other folder of the host has', () => {
    const feed = new XMLParser({ ignoreAttributes: true }).parse(text('feed.xml'))
    const guids = feed.rss.channel.item.map(({ guid }: { guid: string }) => guid)
    expect(new Set(guids).size).toBe(guids.length)
    for (const guid of guids) expect(guid).toMatch(/^tag:meridian\.example,\d{4}:a\/b\/[^/]+$/)
    expect(feed.rss.channel.link).toBe(`${site}/`)
  })

  it('has headers and redirects for hosts that answer below the folder', () => {
    const lines = text('_redirects').trim().split('\n')
    expect(lines.at(-1)).toBe('/a/b/* /:splat 200')
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^\/a\/b\/\S+ \/a\/b\/\S+ 301$/)
    expect(text('_headers')).toContain('\n/a/b/assets/*\n')
    expect(text('_headers')).toContain('\n/assets/*\n')
  })
})

describe('an outlet that moves', () => {
  const folder = join(scratch, 'moving')
  const settings = join(folder, 'content/site.yml')
  const move = (url: string, more = '') =>
    writeFileSync(settings, siteYml.replace('https://small.example', url).concat(more))

  it('renders all pages again, and keeps its ids in feeds by feedAuthority', async () => {
    writeSite(folder, {})
    await buildSite(folder)
    expect((await buildSite(folder)).rendered).toEqual([])
    move('https://small.example/x')
    const { rendered, files } = await buildSite(folder)
    const unmoved = [...files.keys()].filter((path) => path.endsWith('.html') && !rendered.includes(toUrl(path)))
    expect(unmoved).toEqual([])
    expect(files.get('feed.xml')?.toString()).toContain('tag:small.example,2026:x/rain-comes<')
    move('https://paper.example', 'feedAuthority: small.example/x\n')
    expect((await buildSite(folder)).files.get('feed.xml')?.toString()).toContain(
      'tag:small.example,2026:x/rain-comes<',
    )
    move('https://small.example')
    expect((await buildSite(folder)).files.get('feed.xml')?.toString()).toContain('tag:small.example,2026:rain-comes<')
  })
})

const toUrl = (path: string) => `/${path.replace(/(^|\/)index\.html$/, '$1')}` as `/${string}`

describe('a site in a folder of its host', () => {
  it('has sizes of pictures made at the root of the host, of files in its folder', async () => {
    const content = copyEverything(join(scratch, 'cdn'), site)
    writeFileSync(
      join(content, 'site.yml'),
      `${readFileSync(join(content, 'site.yml'), 'utf8')}\nimages: {cdn: cloudflare}\n`,
    )
    const { files } = await buildSite(join(scratch, 'cdn'))
    const pages = [...files].filter(([path]) => /^news\/.*\.html$|feed\.xml$/.test(path))
    const urls = pages.flatMap(([, bytes]) => bytes.toString().match(/[^\s"=]*cdn-cgi[^\s"]*/g) ?? [])
    expect(urls.length).toBeGreaterThan(10)
    for (const url of urls) expect(url).toMatch(/^https:\/\/meridian\.example\/cdn-cgi\/image\/[^/]+\/a\/b\/media\//)
    const cards = pages.flatMap(([, bytes]) => bytes.toString().match(/og:image" content="[^"]*/g) ?? [])
    for (const card of cards) expect(card).toMatch(/content="https:\/\/meridian\.example\/a\/b\/media\//)
  })

  it('has configurations of servers for that folder alone', async () => {
    const content = writeSite(join(scratch, 'servers'), {
      'site.yml': siteYml.replace('small.example', 'small.example/x'),
    })
    const nginx = (await lampstand(['headers', 'nginx', '--content', content])).stdout
    expect(nginx).toMatch(/^location \/x\/ \{\n {4}add_header Content-Security-Policy/m)
    expect(nginx).toContain('    error_page 404 /x/404.html;\n')
    expect(nginx).toContain('location /x/assets/ {\n')
    expect(nginx.replace(/^(?: {4}.*|location .*|\}|#.*)\n/gm, '')).toBe('')
    const caddy = (await lampstand(['headers', 'caddy', '--content', content])).stdout
    expect(caddy).toContain('header /x/* {\n')
    expect(caddy).toContain('header /x/media/* Cache-Control')
    expect(caddy).toContain('  rewrite /x/* /x/404.html\n')
  })
})
