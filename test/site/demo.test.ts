import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { Element, Root } from 'hast'
import { HtmlValidate } from 'html-validate'
import rehypeParse from 'rehype-parse'
import RssParser from 'rss-parser'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFiles } from '../helpers/read-files.ts'
import { type CommandResult, lampstand } from '../helpers/run-command.ts'

const out = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(out, { recursive: true }))

const site = 'https://farfield.example'
let build: CommandResult
let files: Map<string, Buffer>
let pages: [string, string][]
let feeds: [string, string][]
beforeAll(async () => {
  build = await lampstand(['build', '--out', out, '--now', '2026-11-23T12:00:00Z'])
  files = readFiles(out)
  const texts = (ending: string) =>
    [...files]
      .filter(([path]) => path.endsWith(ending))
      .map(([path, bytes]): [string, string] => [path, bytes.toString()])
  pages = texts('.html')
  feeds = texts('feed.xml')
})

/** The file that a web server gives for an address. */
const fileAt = (address: string) => {
  const path = decodeURIComponent(address).slice(1)
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

const parser = unified().use(rehypeParse).freeze()
function elements(html: string): Element[] {
  const found: Element[] = []
  visit(parser.parse(html) as Root, 'element', (element) => void found.push(element))
  return found
}

describe('the demo outlet', () => {
  it('builds without a problem', () => {
    expect(build).toMatchObject({ code: 0, log: expect.stringContaining('Pages') })
    expect(build.stdout).toContain('35 articles')
    expect(build.stdout).not.toMatch(/warning/)
  })

  it('holds the stories, places and people of a newsroom', () => {
    const count = (pattern: RegExp) => [...files.keys()].filter((path) => pattern.test(path)).length
    expect(count(/^news\/[^/]+\/index\.html$/)).toBeGreaterThanOrEqual(30)
    expect(count(/^countries\/[^/]+\/index\.html$/)).toBeGreaterThanOrEqual(12)
    expect(count(/^partners\/[^/]+\/index\.html$/)).toBe(6)
    expect(count(/^tags\/[^/]+\/index\.html$/)).toBeGreaterThanOrEqual(10)
    expect(count(/^people\/[^/]+\/index\.html$/)).toBe(5)
    expect(feeds).toHaveLength(
      1 + count(/^(?:(?:tags|countries|partners|people|series|peoples)\/[^/]+|ar|es|fr|listen)\/feed\.xml$/),
    )
  })
})

describe('every page of the demo outlet', () => {
  it('is valid HTML, by the standard and by the rules of accessibility', () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
    const faults = pages.flatMap(([path, html]) =>
      validator
        .validateStringSync(html)
        .results.flatMap(({ messages }) =>
          messages.map(({ ruleId, line, column, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`),
        ),
    )
    expect(faults).toEqual([])
  }, 120_000)

  it('leads only to pages and places that exist', () => {
    const ids = new Map(
      pages.map(([path, html]) => [path, new Set(elements(html).map(({ properties }) => String(properties.id ?? '')))]),
    )
    const dead: string[] = []
    for (const [path, html] of pages) {
      const from = new URL(`/${path.replace(/index\.html$/, '')}`, site)
      for (const { properties } of elements(html)) {
        const targets = [properties.href, properties.src, properties.poster].filter((target) => target !== undefined)
        for (const target of targets) {
          const url = new URL(String(target), from)
          if (url.origin !== site) continue
          const file = fileAt(url.pathname)
          const anchor = decodeURIComponent(url.hash.slice(1))
          if (!files.has(file)) dead.push(`${path}: ${target}`)
          else if (anchor !== '' && ids.get(file)?.has(anchor) !== true) dead.push(`${path}: ${target}`)
        }
      }
    }
    expect(dead).toEqual([])
  })

  it('asks nobody else for anything', () => {
    const asked = pages.flatMap(([path, html]) =>
      elements(html).flatMap(({ tagName, properties }) => {
        const loads = tagName === 'link' && !['canonical', 'alternate'].includes(String(properties.rel))
        const targets = [properties.src, properties.srcSet, properties.poster, loads ? properties.href : undefined]
        return targets
          .filter((target) => target !== undefined && !/^\/(?!\/)/.test(String(target)))
          .map((target) => `${path}: ${target}`)
      }),
    )
    expect(asked).toEqual([])
  })

  it('has one headline, a title of its own, a description, and its own address', () => {
    const seen = new Map<string, string>()
    for (const [path, html] of pages) {
      const all = elements(html)
      const meta = (name: string) =>
        all.find(({ tagName, properties }) => tagName === 'meta' && properties.name === name)
      const link = (rel: string) =>
        all.find(({ tagName, properties }) => tagName === 'link' && String(properties.rel) === rel)
      expect(all.filter(({ tagName }) => tagName === 'h1').length, path).toBe(1)
      if (String(meta('robots')?.properties.content).includes('noindex')) continue
      expect(meta('description')?.properties.content, path).toBeTruthy()
      expect(link('canonical')?.properties.href, path).toBe(encodeURI(`${site}/${path.replace(/index\.html$/, '')}`))
      const title = /<title>([^<]*)/.exec(html)?.[1] ?? ''
      expect(seen.get(title), `${title}: ${path}`).toBeUndefined()
      seen.set(title, path)
    }
  })
})

describe('every feed of the demo outlet', () => {
  it('is well-formed, and read by another parser than its writer', async () => {
    const reader = new RssParser({ customFields: { item: [['content:encoded', 'full']] } })
    for (const [path, xml] of feeds) {
      expect(XMLValidator.validate(xml), path).toBe(true)
      const feed = await reader.parseString(xml)
      expect(feed.title, path).toBeTruthy()
      expect(feed.items.length, path).toBeGreaterThan(0)
      for (const item of feed.items) {
        expect(item.title, path).toBeTruthy()
        expect(files.has(fileAt(new URL(item.link ?? '').pathname)), `${path}: ${item.link}`).toBe(true)
        expect(item.link, path).toMatch(/^https:\/\/farfield\.example\/news\//)
        expect(Date.parse(item.pubDate ?? ''), path).toBeLessThan(Date.parse('2026-11-23T12:00:00Z'))
        expect(item.guid, path).toMatch(/^tag:farfield\.example,\d{4}:/)
        const full = (item as unknown as { full: string }).full
        expect(full.length, path).toBeGreaterThan(900)
        for (const { properties } of elements(full)) {
          for (const target of [properties.href, properties.src]) {
            if (target !== undefined) expect(String(target), path).toMatch(/^(?:https?:|mailto:)/)
          }
        }
      }
    }
  })

  it('names itself, by an absolute address', () => {
    for (const [path, xml] of feeds) {
      const { rss } = new XMLParser({ ignoreAttributes: false }).parse(xml)
      const links = [rss.channel['atom:link']].flat()
      expect(links).toContainEqual(
        expect.objectContaining({
          '@_rel': 'self',
          '@_href': encodeURI(`${site}/${path}`),
          '@_type': 'application/rss+xml',
        }),
      )
    }
  })

  it('is announced by the page it belongs to', () => {
    for (const [path] of feeds) {
      const page = pages.find(([page]) => page === path.replace(/feed\.xml$/, 'index.html'))
      const alternates = elements(page?.[1] ?? '')
        .filter(({ properties }) => String(properties.type) === 'application/rss+xml')
        .map(({ properties }) => String(properties.href))
      expect(alternates, path).toContain(`/${path}`)
    }
  })
})

describe('the sitemap of the demo outlet', () => {
  it('lists every page that is to be found, once, and none that is not', () => {
    const xml = files.get('sitemap.xml')?.toString() ?? ''
    expect(XMLValidator.validate(xml)).toBe(true)
    const { urlset } = new XMLParser().parse(xml)
    const listed: string[] = urlset.url.map(({ loc }: { loc: string }) => loc)
    const findable = pages
      .filter(([, html]) => !html.includes('noindex'))
      .map(([path]) => encodeURI(`${site}/${path.replace(/index\.html$/, '')}`))
    expect(listed.toSorted()).toEqual(findable.toSorted())
  })

  it('is named by robots.txt', () => {
    expect(files.get('robots.txt')?.toString()).toContain(`Sitemap: ${site}/sitemap.xml`)
  })
})
