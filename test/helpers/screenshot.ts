import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from './site-fixture.ts'

/** Saves a picture of a whole page below test-artifacts/ where `SCREENSHOTS=1` asks for it, to see the effect of a change. */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== '1') return
  const path = join(root, 'test-artifacts', `${name}.jpg`)
  await page.screenshot({ path, fullPage: true, type: 'jpeg', quality: 70 })
}
