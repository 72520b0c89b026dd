import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { hash128 } from '../fingerprint/hash.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { decodePlace, type EncodedPlace, encodePlace } from '../problems/place.ts'
import type { OutletResult } from './read-outlet.ts'

/** What was read of a site.yml in which nothing is wrong. */
interface CachedOutlet {
  outlet: Outlet
  links: { target: string; place: EncodedPlace }[]
}

/**
 * What content/site.yml says, from the cache where its bytes were read before.
 *
 * @param contentDisplayPath the content folder as problems name it
 */
export async function readCachedOutlet(
  content: string,
  contentDisplayPath: string,
  cache: Cache,
): Promise<OutletResult> {
  const path = join(content, 'site.yml')
  const key = existsSync(path) ? `site.yml/${hash128(readFileSync(path))}` : undefined
  const kept = key === undefined ? undefined : (cache.get(key)?.first as CachedOutlet | undefined)
  const shown = `${contentDisplayPath}/site.yml`
  if (kept !== undefined) {
    const links = kept.links.map(({ target, place }) => ({
      target,
      displayPath: shown,
      path: '',
      place: () => decodePlace(place),
      text: { anchors: [] },
    }))
    return { outlet: kept.outlet, links, problems: [] }
  }
  const { readOutlet } = await import('./read-outlet.ts')
  const read = readOutlet(content, contentDisplayPath)
  const { outlet, links, problems } = read
  if (key !== undefined && outlet !== undefined && problems.length === 0) {
    const first: CachedOutlet = {
      outlet,
      links: links.map(({ target, place }) => ({ target, place: encodePlace(place()) })),
    }
    cache.put(key, { first, rest: () => undefined })
  }
  return read
}
