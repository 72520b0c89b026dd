import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { fromHtml } from 'hast-util-from-html'
import { toString as textContent } from 'hast-util-to-string'
import { HtmlValidate } from 'html-validate'
import RssParser from 'rss-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDeadLinks, servedFile } from '../helpers/dead-links.ts'
import { everything, everythingUrl } from '../helpers/everything.ts'
import { htmlElements } from '../helpers/html-elements.ts'
import { readFiles } from '../helpers/read-files.ts'
import { type CommandResult, lampstand } from '../helpers/run-command.ts'

const out = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(out, { recursive: true }))

const site = everythingUrl
let build: CommandResult
let files: Map<string, Buffer>
let pages: [string, string][]
let feeds: [string, string][]
beforeAll(async () => {
  build = await lampstand([
    'build',
    '--content',
    join(everything, 'content'),
    '--out',
    out,
    '--now',
    '2026-11-23T12:00:00Z',
  ])
  files = readFiles(out)
  const texts = (ending: string) =>
    [...files]
      .filter(([path]) => path.endsWith(ending))
      .map(([path, bytes]): [string, string] => [path, bytes.toString()])
  pages = texts('.html')
  feeds = texts('feed.xml')
})

describe('an outlet with everything', () => {
  it('builds without a problem', () => {
    expect(build).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('Pages') })
    expect(build.stdout).toContain('21 articles')
    expect(build.stdout).not.toMatch(/warning/)
  })
})

describe('every page of an outlet with everything', () => {
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
  })

  it('leads only to pages and places that exist', () => {
    expect(findDeadLinks(files, site)).toEqual([])
  })

  it('asks nobody else for anything', () => {
    const asked = pages.flatMap(([path, html]) =>
      htmlElements(html).flatMap(({ tagName, properties }) => {
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
      const all = htmlElements(html)
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

/** The texts of the paragraphs of a story, without those inside of blocks. */
function bodyParagraphs(page: string): string[] {
  const body = htmlElements(page).find(({ properties }) => [properties.className].flat().includes('body'))
  const paragraphs = body?.children.filter((child) => child.type === 'element' && child.tagName === 'p') ?? []
  expect(paragraphs).not.toEqual([])
  return paragraphs.map((paragraph) => textContent(paragraph))
}

describe('every feed of an outlet with everything', () => {
  it('is well-formed, and read by another parser than its writer', async () => {
    const reader = new RssParser({ customFields: { item: [['content:encoded', 'full']] } })
    for (const [path, xml] of feeds) {
      expect(XMLValidator.validate(xml), path).toBe(true)
      const feed = await reader.parseString(xml)
      expect(feed.title, path).toBeTruthy()
      expect(feed.items.length, path).toBeGreaterThan(0)
      for (const item of feed.items) {
        expect(item.title, path).toBeTruthy()
        expect(files.has(servedFile(new URL(item.link ?? '').pathname)), `${path}: ${item.link}`).toBe(true)
        expect(item.link, path).toMatch(/^https:\/\/meridian\.example\/news\//)
        expect(Date.parse(item.pubDate ?? ''), path).toBeLessThan(Date.parse('2026-11-23T12:00:00Z'))
        expect(item.guid, path).toMatch(/^tag:meridian\.example,\d{4}:/)
        const full = (item as unknown as { full: string }).full
        const page = pages.find(([page]) => page === servedFile(new URL(item.link ?? '').pathname))?.[1] ?? ''
        const text = textContent(fromHtml(full))
        for (const paragraph of bodyParagraphs(page)) expect(text, `${path}: ${item.link}`).toContain(paragraph)
        for (const { properties } of htmlElements(full)) {
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
      const alternates = htmlElements(page?.[1] ?? '')
        .filter(({ properties }) => String(properties.type) === 'application/rss+xml')
        .map(({ properties }) => String(properties.href))
      expect(alternates, path).toContain(`/${path}`)
    }
  })
})

describe('the sitemap of an outlet with everything', () => {
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
