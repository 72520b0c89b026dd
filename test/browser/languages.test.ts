import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findAxeViolations } from '../helpers/axe.ts'
import { launchBrowser, serveSite } from '../helpers/browser.ts'
import { everything } from '../helpers/everything.ts'
import { findLongestPage, pageKinds } from '../helpers/page-kinds.ts'
import { renderSite } from '../helpers/render-site.ts'
import { saveScreenshot } from '../helpers/screenshot.ts'
import { prepare } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser(inject('browser'))
})
afterAll(async () => {
  await browser.close()
  rmSync(scratch, { recursive: true })
})

/** Builds the same outlet with another language as its own. English has test/browser/pages.test.ts. */
async function outletIn(language: string) {
  const content = join(scratch, language, 'content')
  cpSync(join(everything, 'content'), content, { recursive: true })
  const settings = join(content, 'site.yml')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('language: en', `language: ${language}`))
  // The originals have no language of their own, so nothing is translated into the outlet's.
  for (const name of readdirSync(join(content, 'articles/2026')).filter((name) => name.endsWith('.md'))) {
    const file = join(content, 'articles/2026', name)
    const text = readFileSync(file, 'utf8')
    if (text.includes(`language: ${language}\n`)) writeFileSync(file, text.replace(/^translationOf: .*\n/m, ''))
  }
  return renderSite(await prepare(content))
}

describe.each(['ar', 'es', 'fr'])('an outlet in %s', (language) => {
  let server: Server | undefined
  let origin: string
  let site: Map<string, string | Buffer>
  beforeAll(async () => {
    site = await outletIn(language)
    ;({ server, origin } = await serveSite(site))
  })
  afterAll(() => void server?.close())

  it('says which language it is in, and which way it runs', () => {
    const direction = language === 'ar' ? ' dir="rtl"' : ''
    expect(site.get('/')).toContain(`<html lang="${language}"${direction}>`)
    expect(site.get('/text/')).toContain(`<html lang="${language}"${direction}>`)
  })

  it('is valid HTML on every kind of page', () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
    const faults = pageKinds.flatMap(([kind, addresses]) =>
      validator
        .validateStringSync(String(site.get(findLongestPage(site, addresses)) ?? ''))
        .results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${kind}: ${ruleId}: ${message}`)),
    )
    expect(faults).toEqual([])
  })

  it.each(pageKinds)('makes %s usable by everybody, in light and in dark', async (kind, addresses) => {
    const url = findLongestPage(site, addresses)
    // Lists by language are of the languages that are not the outlet's.
    if (url === 'none') return expect(kind).toMatch(/^the stories in /)
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(origin + url)
    for (const colorScheme of ['light', 'dark'] as const) expect(await findAxeViolations(page, colorScheme)).toEqual([])
    const overflow = await page.evaluate(() => [
      document.documentElement.scrollWidth - window.innerWidth,
      Math.min(0, ...[...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect().right)),
    ])
    expect(overflow, 'pixels beyond the edge').toEqual([0, 0])
    await saveScreenshot(page, `pages/${kind.replaceAll(' ', '-')}-360-${language}`)
    await page.close()
  })
})
