import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { findAxeViolations } from '../helpers/axe.ts'
import { launchBrowser, serveSite } from '../helpers/browser.ts'
import { renderSite } from '../helpers/render-site.ts'
import { saveScreenshot } from '../helpers/screenshot.ts'
import { prepare, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
const line = 'curl --silent --location "https://example.org/what/the/desk/asks/for?and=more" | grep --count "rain"'
const address = `https://example.org/${'reports-of-the-ministry-of-water/'.repeat(5)}index.php?year=2026&village=${'Soto'.repeat(9)}`
const cells = Array.from({ length: 9 }, (_, column) => `Column${column + 1}`)
const text = [
  'Mali (SP) — The rain came.',
  `\`\`\`\n${line}\n\`\`\``,
  `- In a list:\n\n  \`\`\`sh\n  ${line}\n  ${'x'.repeat(120)}\n  \`\`\``,
  `See ${address}, \`${line}\` and [the **report** of ${'RainInMali'.repeat(8)}](${address}).`,
  `> ${address}`,
  [cells, cells.map(() => '---'), cells.map((cell) => `${cell} is *high*`)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n'),
  `| Village | Report |\n| --- | --- |\n| Soto | ${address} |`,
  `:::pray\nPray for ${address}\n:::`,
].join('\n\n')
const files = {
  'site.yml': `${siteYml}textEdition: true\nbroadcast: {scripts: true}\nrepublish: {terms: With our name.}\nreplies: open\n`,
  'articles/rain-comes.md': story('', text),
  'pages/about.md': `---\ntitle: About\n---\n\n${text}\n`,
  'replies/rain-comes.yml': `replies:\n  - name: Ruth\n    date: 2026-01-06\n    text: |\n      See ${address}\n\n      ~~~\n      ${line}\n      ~~~\n`,
}

let browser: Browser
let server: Server
let origin: string
beforeAll(async () => {
  ;({ server, origin } = await serveSite(await renderSite(await prepare(writeSite(scratch, files)))))
  browser = await launchBrowser(inject('browser'))
})
afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(scratch, { recursive: true })
})

const pages = [
  '/news/rain-comes/',
  '/about/',
  '/text/story/rain-comes/',
  '/script/rain-comes/',
  '/republish/rain-comes/',
  '/pray/',
]

describe.each([360, 1440])('at %i pixels', (width) => {
  it.each(pages)('%s keeps code, tables and long addresses within its edges', async (url) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    await page.goto(origin + url)
    for (const colorScheme of ['light', 'dark'] as const) {
      expect(await findAxeViolations(page, colorScheme)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect.soft(overflow, 'pixels beyond the edge').toBeLessThanOrEqual(0)
      await saveScreenshot(page, `wide/${url.replaceAll('/', '_')}-${width}-${colorScheme}`)
    }
    await page.close()
  })
})

it('on paper code is all there', async () => {
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } })
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${origin}/news/rain-comes/`)
  const cut = await page.evaluate(
    () => [...document.querySelectorAll('pre')].filter((code) => code.scrollWidth > code.clientWidth).length,
  )
  expect(cut).toBe(0)
  await page.close()
})
