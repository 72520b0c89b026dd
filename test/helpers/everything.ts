import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './site-fixture.ts'

/** The folder of an outlet with a page of each kind, in four languages, and something in every publication state. */
export const everything = join(root, 'test/sites/everything')

/** The URL of its site. */
export const everythingUrl = 'https://meridian.example'

/**
 * Copies that outlet to a folder, with another URL for its site.
 *
 * @returns its content folder
 */
export function copyEverything(folder: string, url: string): string {
  cpSync(everything, folder, { recursive: true })
  const settings = join(folder, 'content/site.yml')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(everythingUrl, url))
  return join(folder, 'content')
}
