import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(options: object): Promise<AxeResults>
}

/**
 * Runs axe on a page and returns its violations, a line each. Call it first with `light`, which checks everything, and
 * then with `dark` on the same page, which checks colors: nothing else differs in the dark.
 */
export async function findAxeViolations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme })
  if (colorScheme === 'light') {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  }
  // A page without style sheets has the browser's own colors, which axe takes for those of a light page.
  else if (await page.evaluate(() => document.styleSheets.length === 0)) return []
  // WCAG 2.2 asks for targets of 24 pixels; axe checks that only when its rule is enabled.
  const options =
    colorScheme === 'light' ? { rules: { 'target-size': { enabled: true } } } : { runOnly: 'color-contrast' }
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: Axe }).axe.run(options),
    options as object,
  )
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
