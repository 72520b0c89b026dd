import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { launchBrowser, serveSite } from '../helpers/browser.ts'
import { copyEverything } from '../helpers/everything.ts'
import { readFiles } from '../helpers/read-files.ts'
import { lampstand, startLampstand } from '../helpers/run-command.ts'
import { siteYml, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
const base = '/a/b'
let browser: Browser
let server: Server
/** The address of the home page, without a slash at its end. */
let home = ''

beforeAll(async () => {
  const content = copyEverything(join(scratch, 'outlet'), `https://meridian.example${base}/`)
  const out = join(scratch, 'site')
  const { exitCode } = await lampstand(['build', '--content', content, '--out', out, '--now', '2026-11-23T12:00Z'])
  expect(exitCode).toBe(0)
  const files = new Map<string, Buffer>()
  for (const [path, bytes] of readFiles(out)) files.set(`${base}/${path.replace(/(^|\/)index\.html$/, '$1')}`, bytes)
  const served = await serveSite(files)
  server = served.server
  home = served.origin + base
  browser = await launchBrowser(inject('browser'))
})

afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(scratch, { recursive: true, force: true })
})

let context: BrowserContext
let page: Page
/** Requests that leave the folder, and those that find nothing. */
let faults: string[]
beforeEach(async () => {
  context = await browser.newContext()
  faults = []
  context.on('request', (request) => {
    if (!request.url().startsWith(`${home}/`)) faults.push(`outside: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (!response.ok()) faults.push(`${response.status()}: ${response.url()}`)
  })
  page = await context.newPage()
})
afterEach(() => context.close())

describe('a site in a folder of its host', () => {
  it('has its styles, font, icon and pictures, and is read from page to page', async () => {
    await page.goto(`${home}/`, { waitUntil: 'networkidle' })
    expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(100)
    const loadedFonts = () => [...document.fonts].filter(({ status }) => status === 'loaded').length
    expect(await page.evaluate(loadedFonts)).toBeGreaterThan(0)
    const pictures = await page.evaluate(() => [...document.images].map(({ currentSrc }) => currentSrc))
    expect(pictures.length).toBeGreaterThan(0)
    for (const name of ['Countries', 'Act', 'About', 'Meridian Dispatch']) {
      await page.getByRole('banner').getByRole('link', { name, exact: true }).click()
      await page.waitForLoadState('networkidle')
      if (name !== 'Meridian Dispatch') expect(await page.locator('.masthead [aria-current]').textContent()).toBe(name)
    }
    await page.locator('.lead a').first().click()
    await page.waitForURL(/\/a\/b\/news\//)
    expect(faults).toEqual([])
  })

  it('searches', async () => {
    await page.goto(`${home}/search/`)
    await page.getByRole('searchbox').fill('drum')
    await page.locator('.search-results a').first().click()
    await page.waitForURL(/\/a\/b\/news\//)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/drum|tambour/i)
    expect(faults).toEqual([])
  })

  it('keeps pages for reading offline, and leaves other sites on the host alone', async () => {
    const story = `${home}/news/hymns-for-a-stone-drum/`
    await page.goto(`${home}/offline/`)
    await page.evaluate(async () => void (await (await caches.open('pages')).put('/other/', new Response('other'))))
    await page.getByRole('button', { name: 'Keep the pages that I read' }).click()
    await page.getByRole('button', { name: 'Delete what is kept' }).waitFor()
    const scopes = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope))
    expect(await scopes()).toEqual([`${home}/`])
    await page.goto(story)
    expect(faults).toEqual([])
    await context.setOffline(true)
    await page.goto(story)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Hymns in Upper Tandia')
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
    await page.goto(`${home}/news/ferry-becomes-a-clinic/`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Read offline')
    await page.getByRole('link', { name: /Hymns in Upper Tandia/ }).click()
    await page.waitForURL(story)
    await context.setOffline(false)
    await page.goto(`${home}/offline/`)
    await page.getByRole('button', { name: 'Delete what is kept' }).click()
    await page.getByRole('button', { name: 'Keep the pages' }).waitFor()
    expect(await scopes()).toEqual([])
    expect(await page.evaluate(() => caches.keys())).toEqual(['pages'])
  })

  it('has a text edition', async () => {
    await page.goto(`${home}/`)
    await page.getByRole('contentinfo').getByRole('link', { name: 'Text edition' }).click()
    await page.waitForURL(`${home}/text/`)
    await page.locator('main li a').first().click()
    await page.waitForURL(/\/a\/b\/text\/story\//)
    await page.getByRole('link', { name: 'With pictures' }).click()
    await page.waitForURL(/\/a\/b\/news\//)
    expect(faults).toEqual([])
  })

  it('leads on from an old address, and home from a page that does not exist', async () => {
    const redirect = readFiles(join(scratch, 'site')).get('_redirects')?.toString().split(' ')[0] ?? ''
    await page.goto(home + redirect.slice(base.length))
    await page.waitForURL((url) => url.pathname !== redirect)
    expect(new URL(page.url()).pathname).toMatch(/^\/a\/b\//)
    await page.goto(`${home}/404.html`)
    await page.getByRole('main').getByRole('link', { name: 'Home' }).click()
    await page.waitForURL(`${home}/`)
    expect(faults).toEqual([])
  })
})

describe('a preview', () => {
  it('shows the site below the same folder, and sends other addresses there', async () => {
    const content = writeSite(join(scratch, 'preview'), {
      'site.yml': siteYml.replace('small.example', `small.example${base}`),
    })
    const preview = startLampstand(['serve', '--content', content, '--port', '8461'])
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let printed = ''
        preview.stdout?.on('data', (text) => {
          printed += text
          const found = /Preview: (\S+)/.exec(printed)?.[1]
          if (found !== undefined) resolve(found)
        })
        preview.on('exit', () => reject(new Error(printed)))
      })
      expect(new URL(address).pathname).toBe(`${base}/`)
      await page.goto(new URL('/', address).href)
      expect(page.url()).toBe(address)
      await page.getByRole('link', { name: 'Rain comes' }).first().click()
      await page.waitForURL(new URL('news/rain-comes/', address).href)
      expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(100)
      const status = (path: string) => page.evaluate(async (path) => (await fetch(path)).status, path)
      expect(await status(`${base}/feed.xml`)).toBe(200)
      expect(await status('/feed.xml')).toBe(404)
      expect(await status('/_problems.txt')).toBe(200)
    } finally {
      preview.kill('SIGINT')
    }
  })
})
