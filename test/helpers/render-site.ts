import { readFileSync } from 'node:fs'
import type { PreparedSite } from '../../src/builder/prepared-site.ts'

/** Renders everything that a site publishes, by URL path. */
export async function renderSite(site: PreparedSite): Promise<Map<string, string | Buffer>> {
  const files = new Map<string, string | Buffer>()
  for (const url of site.outputs.keys()) files.set(url, await site.render(url))
  for (const { url, from } of site.staticFiles) files.set(url, readFileSync(from))
  return files
}
