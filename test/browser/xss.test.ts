import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { splitFrontMatter } from '../../src/content/front-matter.ts'
import { validate } from '../../src/content/validate.ts'
import { articleSchema } from '../../src/newsroom/article.ts'
import { outletSchema, toOutlet } from '../../src/newsroom/outlet.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import { launchBrowser, serveSite } from '../helpers/browser.ts'
import { renderSite } from '../helpers/render-site.ts'
import { prepare, siteYml, story, writeSite } from '../helpers/site-fixture.ts'
import { xssVectors } from '../helpers/xss-vectors.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
const site = new Map<string, string | Buffer>()
let browser: Browser
let page: Page
let served: { origin: string; server: Server }
const ran: string[] = []
const foreignRequests: string[] = []

/** Renders a site; undefined where it is refused, which is as safe as it gets. */
async function prepareFiles(
  name: string,
  files: Record<string, string>,
): Promise<Map<string, string | Buffer> | undefined> {
  try {
    return await renderSite(await prepare(writeSite(join(scratch, name), files)))
  } catch (error) {
    if (error instanceof ProblemsError) return undefined
    throw error
  }
}

/** Opens a page, moves over and focuses every element, and returns suspicious elements, scripts that ran, and requests to other hosts. */
async function open(files: Map<string, string | Buffer>, url: string): Promise<string[]> {
  site.clear()
  for (const [address, file] of files) site.set(address, file)
  ran.length = 0
  foreignRequests.length = 0
  await page.goto(served.origin + url, { waitUntil: 'load' })
  const suspects = await page.evaluate(() => {
    const suspects: string[] = []
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'srcdoc' || name === 'style')
          suspects.push(`${element.localName} ${name}`)
        if (
          /^[\s\u0000-\u001f]*(?:javascript|vbscript|data):/i.test(value) &&
          ['href', 'src', 'action', 'xlink:href', 'content'].includes(name)
        )
          suspects.push(`${element.localName} ${name}=${value}`)
      }
      if (/^(?:iframe|object|embed|form|base|svg|math|template|style)$/.test(element.localName))
        suspects.push(element.localName)
      if (element.localName === 'script' && !element.getAttribute('src')?.startsWith('/assets/'))
        suspects.push('script')
      if (element.localName === 'meta' && element.hasAttribute('http-equiv')) suspects.push('meta http-equiv')
      if (element instanceof HTMLElement) {
        element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
        element.focus()
      }
    }
    return suspects
  })
  return [...suspects, ...ran, ...foreignRequests]
}

beforeAll(async () => {
  browser = await launchBrowser(inject('browser'))
  served = await serveSite(site)
  page = await browser.newPage()
  await page.exposeFunction('pwn', () => void ran.push('pwn()'))
  page.on('dialog', (dialog) => {
    ran.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(served.origin)) foreignRequests.push(request.url())
  })
})
afterAll(async () => {
  await browser?.close()
  served?.server.close()
  rmSync(scratch, { recursive: true })
})

it('the battery holds at least 60 vectors, and the browser notices a script that runs', async () => {
  expect(new Set(xssVectors).size).toBeGreaterThanOrEqual(60)
  expect(await open(new Map([['/', '<!doctype html><title>x</title><img src=x onerror=pwn()>']]), '/')).toContain(
    'img onerror',
  )
  expect(ran).toContain('pwn()')
})

describe('no script runs from the text of a story', () => {
  it.each(xssVectors)('%s', async (vector) => {
    const files = await prepareFiles('body', {
      'site.yml': `${siteYml}broadcast: {scripts: true}\nrepublish: {terms: With our name.}\n`,
      'articles/rain-comes.md': story('', `Mali (SP) — Before.\n\n${vector}\n\nAfter ${vector} after.`),
    })
    if (files === undefined) return
    expect(await open(files, '/news/rain-comes/')).toEqual([])
    // The same text, taken apart and put together again.
    expect(await open(files, '/script/rain-comes/')).toEqual([])
    expect(await open(files, '/republish/rain-comes/')).toEqual([])
    expect(await open(files, '/act/')).toEqual([])
  })
})

describe('no script runs from front matter', () => {
  it.each(xssVectors)('%s', async (vector) => {
    const value = JSON.stringify(vector)
    const lines = [
      `summary: ${value}`,
      `dateline: {place: ${value}}`,
      `tags: [${JSON.stringify(`a ${vector}`)}]`,
      `actions: [{kind: give, text: ${value}}]`,
      `corrections: [{date: 2026-01-06, kind: update, text: ${value}}]`,
      `partners: [well-wishers]`,
    ].join('\n')
    const files = await prepareFiles('front', {
      'articles/rain-comes.md': story(lines).replace('title: Rain comes', `title: ${value}`),
      'people/ann-doe.md': `---\nname: ${value}\nrole: ${value}\nsummary: ${value}\nlinks: [{label: ${value}, url: /about/}]\n---\n\nText.\n`,
      'partners/well-wishers.md': `---\nname: ${value}\nsummary: ${value}\n---\n\nText.\n`,
      'pages/about.md': `---\ntitle: ${value}\nsummary: ${value}\n---\n\nText.\n`,
    })
    expect(files, 'text keys take any text').toBeDefined()
    for (const url of [
      '/',
      '/news/rain-comes/',
      '/people/ann-doe/',
      '/partners/well-wishers/',
      '/about/',
      '/tags/',
      '/act/',
      '/corrections/',
    ]) {
      expect(await open(files ?? new Map(), url), url).toEqual([])
    }
  })
})

describe('no script runs from site.yml', () => {
  it.each(xssVectors)('%s', async (vector) => {
    const value = JSON.stringify(vector)
    const files = await prepareFiles('outlet', {
      'site.yml': siteYml
        .replace('name: Small Paper', `name: ${value}`)
        .replace('agency: SP', `agency: ${value}`)
        .replace('description: A small paper.', `description: ${value}`)
        .concat(`menu: [{label: ${value}, url: /}]\nsocial: [{label: ${value}, url: "https://social.example"}]\n`)
        .concat(`taxonomies: {series: {one: ${value}, many: ${value}}}\n`),
      'articles/rain-comes.md': story('series: [One]'),
    })
    expect(files, 'text keys take any text').toBeDefined()
    for (const url of ['/', '/news/rain-comes/', '/series/', '/404.html'])
      expect(await open(files ?? new Map(), url), url).toEqual([])
  })
})

describe('keys that are no free text refuse every vector', () => {
  const outlet = toOutlet(
    outletSchema().parse({
      name: 'x',
      agency: 'SP',
      url: 'https://small.example',
      description: 'x',
      timeZone: 'UTC',
      language: 'en',
      contact: { email: 'a@b.example' },
    }),
  )
  const strict: Record<string, (value: string) => string> = {
    date: (value) => value,
    updated: (value) => value,
    embargo: (value) => value,
    status: (value) => value,
    byline: (value) => value,
    replies: (value) => value,
    language: (value) => value,
    slug: (value) => value,
    countries: (value) => `[${value}]`,
    aliases: (value) => `[${value}]`,
    'actions url': (value) => `[{kind: give, text: Give, url: ${value}}]`,
    'actions until': (value) => `[{kind: give, text: Give, until: ${value}}]`,
    'actions kind': (value) => `[{kind: ${value}, text: Give}]`,
    'corrections date': (value) => `[{date: ${value}, kind: update, text: Text}]`,
  }
  it.each(Object.keys(strict))('%s', (key) => {
    const accepted = xssVectors.filter((vector) => {
      const text = `---\ntitle: x\n${key === 'date' ? '' : 'date: 2026-01-05\n'}${key.split(' ')[0]}: ${strict[key]?.(JSON.stringify(vector))}\n---\n`
      const file = new VFile({ path: 'x.md', data: { text } })
      const split = splitFrontMatter(file, text)
      return split !== undefined && validate(file, split.frontMatter, articleSchema(outlet)) !== undefined
    })
    expect(accepted).toEqual([])
  })
})
