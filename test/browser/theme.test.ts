import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findAxeViolations } from '../helpers/axe.ts'
import { launchBrowser, serveSite } from '../helpers/browser.ts'
import { everything } from '../helpers/everything.ts'
import { findLongestPage, pageKinds } from '../helpers/page-kinds.ts'
import { renderSite } from '../helpers/render-site.ts'
import { saveScreenshot } from '../helpers/screenshot.ts'
import { prepare, root } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser(inject('browser'))
})
afterAll(async () => {
  await browser.close()
  rmSync(scratch, { recursive: true })
})

const themes = [
  ['a bright accent and a logo', 'en', '  accent: "#d6006c"\n  paper: "#ffffff"\n  logo: logo.svg\n'],
  ['a dark accent, from right to left', 'ar', '  accent: "#0b1f4b"\n'],
] as const

/** The kinds of pages that show all colors of a theme between them. */
const colorfulKinds = new Set([
  'the home page',
  'a story',
  'a story in Arabic',
  'the list of countries',
  'what readers can do',
  'the newscasts',
  'a static page',
])

/** Prepares test/sites/everything with a theme and a language of the site. */
async function themedSite(name: string, language: string, theme: string) {
  const content = join(scratch, name, 'content')
  cpSync(join(everything, 'content'), content, { recursive: true })
  const siteYml = readFileSync(join(content, 'site.yml'), 'utf8').replace('language: en', `language: ${language}`)
  writeFileSync(
    join(content, 'site.yml'),
    `${siteYml}theme:\n${theme}  headlineFont: headlines.ttf\n`.replace('search: true', 'search: false'),
  )
  writeFileSync(
    join(content, 'logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 60"><path fill="#0b1f4b" d="M0 0h320v60H0z"/></svg>',
  )
  const font = '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf'
  cpSync(join(root, 'node_modules', font), join(content, 'headlines.ttf'))
  // The Arabic story is a translation of an English one.
  const arabic = join(content, 'articles/2026/furn-wahid-lishariayn.md')
  if (language === 'ar') writeFileSync(arabic, readFileSync(arabic, 'utf8').replace(/^translation.*\n/gm, ''))
  return renderSite(await prepare(content, { public: join(everything, 'public') }))
}

describe.each(themes)('a site with %s', (name, language, theme) => {
  let server: Server
  let origin: string
  let site: Map<string, string | Buffer>
  beforeAll(async () => {
    site = await themedSite(name, language, theme)
    ;({ server, origin } = await serveSite(site))
  })
  afterAll(() => {
    server.close()
  })

  it.each(pageKinds.filter(([kind]) => colorfulKinds.has(kind)))(
    '%s is usable by everybody, on a phone and on a wide screen, in light and in dark',
    async (kind, urls) => {
      const url = findLongestPage(site, urls)
      if (url === 'none') return // a kind of page that a site in this language does not have
      const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
      await page.goto(origin + url)
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 800 })
        for (const colorScheme of ['light', 'dark'] as const) {
          expect(await findAxeViolations(page, colorScheme), `at ${width} pixels in ${colorScheme}`).toEqual([])
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect(overflow, `pixels beyond the edge of ${width}`).toBeLessThanOrEqual(0)
          await saveScreenshot(page, `themes/${language}-${kind.replaceAll(' ', '-')}-${width}-${colorScheme}`)
        }
      }
      await page.close()
    },
  )

  it.each([360, 1440])('opens a menu below its menu by keyboard, without a script, at %i pixels', async (width) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.goto(origin)
    const below = page.locator('.masthead details').first()
    const links = below.getByRole('link')
    expect(await links.first().isVisible()).toBe(false)
    await tabTo(page, 'summary')
    await page.keyboard.press('Enter')
    expect(await links.first().isVisible()).toBe(true)
    // Nothing covers the links, and they stand in the window.
    for (const link of await links.all()) await link.click({ trial: true })
    const box = await links.last().boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/act\/give\/$/)
    await context.close()
  })

  it('loads the font of its headlines, and nothing from another host', async () => {
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(`${origin}/news/furn-wahid-lishariayn/`, { waitUntil: 'networkidle' })
    expect(requests.filter((url) => !url.startsWith(origin))).toEqual([])
    expect(requests.some((url) => /\/assets\/headlines-.*\.woff2$/.test(url))).toBe(true)
    const headline = page.locator('h1')
    expect(await headline.evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(/^"?Outlet Headlines/)
    await page.close()
  })
})

/** Presses Tab until an element of a kind has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const focused = page.locator(`${selector}:focus`)
  for (let presses = 0; presses < 20 && (await focused.count()) === 0; presses++) await page.keyboard.press('Tab')
  expect(await focused.count()).toBe(1)
}
