import { readFileSync } from 'node:fs'
import type { PreparedSite } from '../../src/builder/prepare.ts'

/** Everything that a site would publish, by address. */
export async function rendered(press: PreparedSite): Promise<Map<string, string | Buffer>> {
  const all = new Map<string, string | Buffer>()
  for (const url of press.outputs.keys()) all.set(url, await press.render(url))
  for (const { url, from } of press.copies) all.set(url, readFileSync(from))
  return all
}
