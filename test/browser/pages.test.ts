import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findAxeViolations } from '../helpers/axe.ts'
import { launchBrowser, serveSite } from '../helpers/browser.ts'
import { concurrently } from '../helpers/concurrently.ts'
import { everything, everythingUrl } from '../helpers/everything.ts'
import { findLongestPage, pageKinds } from '../helpers/page-kinds.ts'
import { renderSite } from '../helpers/render-site.ts'
import { saveScreenshot } from '../helpers/screenshot.ts'
import { prepare, story, writeSite } from '../helpers/site-fixture.ts'

let browser: Browser
let server: Server
let origin: string
let site: Map<string, string | Buffer>
beforeAll(async () => {
  site = await renderSite(await prepare(join(everything, 'content')))
  ;({ server, origin } = await serveSite(site))
  browser = await launchBrowser(inject('browser'))
})
afterAll(async () => {
  await browser.close()
  server.close()
})

it.each(pageKinds)(
  '%s is usable by everybody, on a phone and on a wide screen, in light and in dark',
  async (kind, urls) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
    await page.goto(origin + findLongestPage(site, urls))
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of ['light', 'dark'] as const) {
        // A violation in between is one on a phone or on a wide screen too.
        if (width === 768) await page.emulateMedia({ colorScheme })
        else expect(await findAxeViolations(page, colorScheme), `at ${width} pixels in ${colorScheme}`).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow, `pixels beyond the edge of ${width}`).toBeLessThanOrEqual(0)
        await saveScreenshot(page, `pages/${kind.replaceAll(' ', '-')}-${width}-${colorScheme}`)
      }
    }
    await page.close()
  },
)

describe('a reader', () => {
  it('is seen by the outlet alone: no page requests another host, sets a cookie or stores anything', async () => {
    const context = await browser.newContext()
    const origins = new Set<string>()
    context.on('request', (request) => origins.add(new URL(request.url()).origin))
    await concurrently(pageKinds, async ([, urls]) => {
      const page = await context.newPage()
      await page.goto(origin + findLongestPage(site, urls), { waitUntil: 'networkidle' })
      const storage = await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])
      expect(storage, page.url()).toEqual(['', 0, 0])
      await page.close()
    })
    expect([...origins]).toEqual([origin])
    await context.close()
  })

  it('can do without scripts: every word, link and picture is there', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(origin + findLongestPage(site, /^\/news\/[^/]+\/$/))
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'WhatsApp' }).isVisible()).toBe(true)
    expect(await page.getByRole('link', { name: 'Copy link' }).getAttribute('href')).toContain('/news/')
    await context.close()
  })

  it('can copy the address of a story', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    const url = findLongestPage(site, /^\/news\/[^/]+\/$/)
    await page.goto(origin + url)
    await page.getByRole('link', { name: 'Copy link' }).click()
    await page.getByText('Link copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${everythingUrl}${url}`)
    await context.close()
  })

  it('can copy a story to republish, by a button or by hand', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(`${origin}/republish/ferry-becomes-a-clinic/`)
    await page.getByRole('button', { name: 'Copy' }).last().click()
    await page.getByText('Copied').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^A ferry that lost its route[\s\S]*First published by Meridian Dispatch: https:/)
    expect(copied).toBe(await page.getByLabel('As text').inputValue())
    await context.close()
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(`${origin}/republish/ferry-becomes-a-clinic/`)
    expect(await still.getByRole('button', { name: 'Copy' }).count()).toBe(0)
    expect(await still.getByLabel('As text').inputValue()).toContain('First published by')
    await plain.close()
  })

  it('can listen by keyboard alone, and nothing is fetched before', async () => {
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(`${origin}/listen/`, { waitUntil: 'networkidle' })
    expect(requests.filter((url) => url.endsWith('.mp3'))).toEqual([])
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
    expect(await page.getByText('meridian.example/pray/').isVisible()).toBe(true)
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
      await renderSite(await prepare(writeSite(join(scratch, 'site'), Object.fromEntries(stories)))),
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

  it('can keep the pages they read for when the connection fails, and delete them, and only if they choose to', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const story = `${origin}/news/hymns-for-a-stone-drum/`
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
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Hymns in Upper Tandia')
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0)
    await page.goto(`${origin}/news/ferry-becomes-a-clinic/`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Read offline')
    await page.getByRole('link', { name: /Hymns in Upper Tandia/ }).waitFor()
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
    const url = findLongestPage(site, /^\/news\/[^/]+\/$/)
    await page.goto(origin + url)
    for (const name of ['E-mail', 'WhatsApp', 'Telegram', 'Facebook', 'X']) {
      const target = await page.getByRole('link', { name, exact: true }).getAttribute('href')
      expect(decodeURIComponent(target ?? ''), name).toContain(`${everythingUrl}${url}`)
    }
    await page.close()
  })

  it('can pass over the menu by keyboard', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/`)
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(focused).toMatch(/^#/)
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`${focused}$`))
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
    await page.close()
  })

  it.each([
    '/',
    '/news/ferry-becomes-a-clinic/',
    '/countries/mali/',
    '/act/',
    '/listen/',
    '/news/furn-wahid-lishariayn/',
  ])('goes through %s by keyboard in the order that is seen, and sees where they are', async (url) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(origin + url)
    const all = 'a[href]:not([tabindex="-1"]), [tabindex="0"], button, audio, summary'
    const expected = await page.locator(`:is(${all}):not(details:not([open]) > :not(summary) *)`).count()
    let last = -1000
    let reached = 0
    for (;;) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const element = document.activeElement
        if (element === null || element === document.body) return undefined
        const { top, height } = element.getBoundingClientRect()
        const { outlineStyle, outlineWidth } = getComputedStyle(element)
        const first = element.matches('.skip')
        return {
          what: element.outerHTML.slice(0, 120),
          // The buttons of a player take the focus one after the other, as parts of it.
          isPlayer: element.matches('audio'),
          top: first ? 0 : top + scrollY + height / 2,
          outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        }
      })
      if (focus === undefined) break
      if (!focus.isPlayer) reached += 1
      expect(focus.outlined || focus.isPlayer, focus.what).toBe(true)
      // Elements on one line are at one height, give or take the size of their type.
      expect(focus.top, focus.what).toBeGreaterThan(last - 16)
      last = focus.top
    }
    expect(reached).toBe(expected - (await page.locator('audio').count()))
    await page.close()
  })

  it.each(pageKinds.filter(([, addresses]) => !addresses.source.includes('text')))(
    'hears %s in order: outlet, menu, content, footer, with no level of headings left out',
    async (_, addresses) => {
      const page = await browser.newPage()
      await page.goto(origin + findLongestPage(site, addresses))
      const snapshot = await page.locator('body').ariaSnapshot()
      const parts = [...snapshot.matchAll(/^- (link|banner|main|contentinfo)/gm)].map(([, role]) => role)
      expect(parts).toEqual(['link', 'banner', 'main', 'contentinfo'])
      const levels = [...snapshot.matchAll(/heading .*\[level=(\d)\]/g)].map(([, level]) => Number(level))
      expect(levels[0]).toBe(1)
      for (const [index, level] of levels.entries()) {
        expect(level - (levels[index - 1] ?? 0), snapshot).toBeLessThanOrEqual(1)
      }
      await page.close()
    },
  )

  it('hears a story in the order of its page', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/news/ferry-becomes-a-clinic/`)
    const snapshot = await page.locator('main').ariaSnapshot()
    const order = [
      'heading "A ferry that lost',
      'A bridge took the passengers',
      'link "Lena Abara"',
      'November 17, 2026',
      'img ',
      'News minute',
      'The last passenger',
      'heading "Eleven landing places"',
      'table',
      'Pray for the eighty-seven',
      'link "Give now"',
      'heading "In this story"',
      'heading "Help us',
      'heading "Leave a reply"',
      'heading "Related stories"',
    ].map((words) => snapshot.indexOf(words))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    await page.close()
  })

  it('can print a story on clean paper: dark on bright whatever the screen, without controls, with its address', async () => {
    const page = await browser.newPage({ colorScheme: 'dark' })
    await page.goto(`${origin}/news/ferry-becomes-a-clinic/`)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const name of ['Menu', 'Search', 'WhatsApp', 'Republish this story', 'Reply by e-mail']) {
      expect(await page.getByText(name, { exact: true }).filter({ visible: true }).count(), name).toBe(0)
    }
    expect(await page.locator('audio').isVisible()).toBe(false)
    const printed = await page.evaluate(() => {
      const address = document.querySelector('[data-copy]')
      return {
        address: address && getComputedStyle(address, '::after').content,
        faint: [...document.querySelectorAll('main :is(h1, p, a, dt, td, figcaption)')]
          .filter((element) => element.checkVisibility())
          .map((element) => getComputedStyle(element).color)
          .filter(
            (color) => (color.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) > 330,
          ),
      }
    })
    expect(printed).toEqual({ address: '"https://meridian.example/news/ferry-becomes-a-clinic/"', faint: [] })
    expect((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(
      3,
    )
    await page.close()
  })

  it('reaches the note on changed names from the asterisk of a name', async () => {
    const storyWithNote = [...site].find(
      ([url, html]) => url.startsWith('/news/') && String(html).includes('Name changed'),
    )?.[0]
    const page = await browser.newPage()
    await page.goto(origin + storyWithNote)
    const asterisk = page.locator('article a[href^="#"]', { hasText: '*' }).first()
    const note = await asterisk.getAttribute('href')
    await asterisk.click()
    expect(await page.locator(note ?? '').textContent()).toMatch(/changed/)
    await page.close()
  })
})
