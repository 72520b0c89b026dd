import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launch, serveSite } from './browser.ts'
import { newSite, press, root, story } from './press-site.ts'
import { rendered } from './rendered.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(options: { rules: Record<string, { enabled: boolean }> }): Promise<AxeResults>
}

let browser: Browser
let server: Server
let origin: string
let site: Map<string, string | Buffer>
beforeAll(async () => {
  site = await rendered(await press(join(root, 'content')))
  ;({ server, origin } = await serveSite(site))
  browser = await launch(inject('browser'))
})
afterAll(async () => {
  await browser.close()
  server.close()
})

/** The longest page of each kind: what can go wrong is most likely there. */
const kinds: [string, RegExp][] = [
  ['the home page', /^\/$/],
  ['a story', /^\/news\/[^/]+\/$/],
  ['the list of tags', /^\/tags\/$/],
  ['a tag', /^\/tags\/[^/]+\/$/],
  ['the list of countries', /^\/countries\/$/],
  ['a country', /^\/countries\/[^/]+\/$/],
  ['the list of partners', /^\/partners\/$/],
  ['a partner', /^\/partners\/[^/]+\/$/],
  ['the list of authors', /^\/people\/$/],
  ['an author', /^\/people\/[^/]+\/$/],
  ['the archive', /^\/archive\/$/],
  ['a year', /^\/archive\/\d+\/$/],
  ['a month', /^\/archive\/\d+\/\d+\/$/],
  ['what readers can do', /^\/act\/$/],
  ['what readers can do of a kind', /^\/act\/[a-z]+\/$/],
  ['what readers can do in a country', /^\/act\/countries\/[^/]+\/$/],
  ['prayer by day', /^\/pray\/$/],
  ['prayer by country', /^\/pray\/countries\/$/],
  ['prayer for a bulletin', /^\/pray\/bulletin\/$/],
  ['the newscasts', /^\/listen\/$/],
  ['a script', /^\/script\/niger[^/]+\/$/],
  ['a story to republish', /^\/republish\/[^/]+\/$/],
  ['a story in Arabic', /^\/news\/sabbura-wahida-fawjan\/$/],
  ['a story in French', /^\/news\/psaumes-en-quechua-pour-harpe\/$/],
  ['the stories in Spanish', /^\/es\/$/],
  ['the stories in Arabic', /^\/ar\/$/],
  ['a story in Spanish', /^\/news\/salmos-en-quechua-con-arpa\/$/],
  ['the stories in French', /^\/fr\/$/],
  ['a story with letters', /^\/news\/quechua-psalms-set-to-harp\/$/],
  ['the search', /^\/search\/$/],
  ['what is kept on the device', /^\/offline\/$/],
  ['the headlines of the text edition', /^\/text\/$/],
  ['a story of the text edition', /^\/text\/story\/[^/]+\/$/],
  ['a story of the text edition in Arabic', /^\/text\/story\/sabbura-wahida-fawjan\/$/],
  ['the corrections', /^\/corrections\/$/],
  ['a page that stands by itself', /^\/(?:about|contact|safety|statement-of-faith)\/$/],
  ['the page for what is not found', /^\/404\.html$/],
]
const longest = (pattern: RegExp) =>
  [...site].filter(([url]) => pattern.test(url)).sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 'none'

describe.each([360, 1280])('at %i pixels', (width) => {
  it.each(kinds)('%s is usable by everybody, in light and in dark', async (_, pattern) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
      await page.goto(origin + longest(pattern))
      await page.evaluate(axe)
      // A page without styles stands in the browser's own colors, which axe takes for those of a bright page.
      const unstyled = (await page.evaluate(() => document.styleSheets.length)) === 0
      const { violations } = await page.evaluate(
        (rules) => (globalThis as unknown as { axe: Axe }).axe.run({ rules }),
        { 'color-contrast': { enabled: !(unstyled && colorScheme === 'dark') } },
      )
      expect(
        violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, 'pixels beyond the edge').toBeLessThanOrEqual(0)
      await page.close()
    }
  })
})

describe('a reader', () => {
  it('is seen by nobody but the outlet: no page asks another host, sets a cookie or keeps anything', async () => {
    const page = await browser.newPage()
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    for (const [, pattern] of kinds) {
      await page.goto(origin + longest(pattern), { waitUntil: 'networkidle' })
      expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual([
        '',
        0,
        0,
      ])
    }
    expect([...asked]).toEqual([origin])
    await page.close()
  })

  it('can do without scripts: every word, link and picture is there', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(origin + longest(/^\/news\/[^/]+\/$/))
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'WhatsApp' }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'Copy link' }).getAttribute('href')).toContain('/news/')
    await context.close()
  })

  it('can copy the address of a story', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    const url = longest(/^\/news\/[^/]+\/$/)
    await page.goto(origin + url)
    await page.getByRole('link', { name: 'Copy link' }).click()
    await page.getByText('Link copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`https://farfield.example${url}`)
    await context.close()
  })

  it('can copy a story to republish, by a button or by hand', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(`${origin}/republish/niger-rises-over-its-banks/`)
    await page.getByRole('button', { name: 'Copy' }).last().click()
    await page.getByText('Copied').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^The Niger rises[\s\S]*First published by Farfield News Service: https:/)
    expect(copied).toBe(await page.getByLabel('As text').inputValue())
    await context.close()
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(`${origin}/republish/niger-rises-over-its-banks/`)
    expect(await still.getByRole('button', { name: 'Copy' }).count()).toBe(0)
    expect(await still.getByLabel('As text').inputValue()).toContain('First published by')
    await plain.close()
  })

  it('can listen by keyboard alone, and nothing is fetched before', async () => {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${origin}/listen/`, { waitUntil: 'networkidle' })
    expect(asked.filter((url) => url.endsWith('.mp3'))).toEqual([])
    const player = page.locator('audio').first()
    await player.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0)
    await page.close()
  })

  it('can print the requests for prayer on one sheet', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/pray/bulletin/`)
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = (await page.pdf({ format })).toString('latin1')
      expect(pdf.match(/\/Type \/Page\b/g), format).toHaveLength(1)
    }
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await page.getByText('farfield.example/pray/').isVisible()).toBe(true)
    await page.close()
  })

  it('can print them on one sheet, however long they are', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
    const long = 'Pray for the families of the south bank and for those who row to them by night. '
    const stories = Array.from({ length: 12 }, (_, n) => [
      `articles/story-${n}-of-the-families-of-the-south-bank.md`,
      story('countries: [ML, NE]', `Mali (SP) — Rain.\n\n:::pray\n${long.repeat(n + 1)}\n:::`).replace(
        '2026-01-05',
        `2026-11-${10 + n}`,
      ),
    ])
    const small = await serveSite(
      await rendered(await press(newSite(join(scratch, 'site'), Object.fromEntries(stories)))),
    )
    const page = await browser.newPage()
    await page.goto(`${small.origin}/pray/bulletin/`)
    const requests = await page.locator('.bulletin li').count()
    expect(requests).toBeGreaterThanOrEqual(3)
    expect(requests).toBeLessThan(10)
    for (const format of ['A4', 'Letter'] as const) {
      const pdf = (
        await page.pdf({ format, margin: { top: '1.5cm', bottom: '1.5cm', left: '1.5cm', right: '1.5cm' } })
      ).toString('latin1')
      expect(pdf.match(/\/Type \/Page\b/g), format).toHaveLength(1)
    }
    await page.close()
    small.server.close()
    rmSync(scratch, { recursive: true })
  })

  it('can have the pages that were read kept for when the line fails, and deleted, and only by asking', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const story = `${origin}/news/quechua-psalms-set-to-harp/`
    const registered = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    await page.goto(story)
    expect(await registered()).toBe(0)
    await page.goto(`${origin}/offline/`)
    await page.getByRole('button', { name: 'Keep the pages that I read' }).click()
    await page.getByRole('button', { name: 'Delete what is kept' }).waitFor()
    await page.goto(story)
    await page.goto(`${origin}/`)
    await context.setOffline(true)
    await page.goto(story)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Psalms in Wanca Quechua')
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
    await page.goto(`${origin}/news/niger-rises-over-its-banks/`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Read offline')
    await page.getByRole('link', { name: /Psalms in Wanca Quechua/ }).waitFor()
    await context.setOffline(false)
    await page.goto(`${origin}/offline/`)
    await page.getByRole('button', { name: 'Delete what is kept' }).click()
    await page.getByRole('button', { name: 'Keep the pages' }).waitFor()
    expect(await registered()).toBe(0)
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    await context.close()
  })

  it('can share a story by plain links that name it', async () => {
    const page = await browser.newPage()
    const url = longest(/^\/news\/[^/]+\/$/)
    await page.goto(origin + url)
    for (const name of ['E-mail', 'WhatsApp', 'Telegram', 'Facebook', 'X']) {
      const target = await page.getByRole('link', { name, exact: true }).getAttribute('href')
      expect(decodeURIComponent(target ?? ''), name).toContain(`https://farfield.example${url}`)
    }
    await page.close()
  })

  it('can go through a page by keyboard, from a link that leads past the menu', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/`)
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(focused).toMatch(/^#/)
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`${focused}$`))
    await page.close()
  })

  it('reaches the note on changed names from a starred name', async () => {
    const starred = [...site].find(
      ([url, html]) => url.startsWith('/news/') && String(html).includes('Name changed'),
    )?.[0]
    const page = await browser.newPage()
    await page.goto(origin + starred)
    const star = page.locator('article a[href^="#"]', { hasText: '*' }).first()
    const note = await star.getAttribute('href')
    await star.click()
    expect(await page.locator(note ?? '').textContent()).toMatch(/changed/)
    await page.close()
  })
})
