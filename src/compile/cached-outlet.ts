import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { hash128 } from '../fingerprint/hash.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { decodePlace, type EncodedPlace, type EncodedPlaces, encodePlace } from '../problems/place.ts'
import type { OutletResult } from './read-outlet.ts'

/** The contents of a site.yml without problems. */
interface CachedOutlet {
  outlet: Outlet
  links: { target: string; place: EncodedPlace }[]
  themePlaces: EncodedPlaces
}

/**
 * Reads content/site.yml, or takes the outlet from the cache if these bytes were read before.
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
  const cached = key === undefined ? undefined : (cache.get(key)?.first as CachedOutlet | undefined)
  const displayPath = `${contentDisplayPath}/site.yml`
  if (cached !== undefined) {
    const links = cached.links.map(({ target, place }) => ({
      target,
      displayPath,
      path: '',
      place: () => decodePlace(place),
      text: { anchors: [] },
    }))
    return { outlet: cached.outlet, links, themePlaces: cached.themePlaces, problems: [] }
  }
  const { readOutlet } = await import('./read-outlet.ts')
  const result = readOutlet(content, contentDisplayPath)
  const { outlet, links, themePlaces, problems } = result
  if (key !== undefined && outlet !== undefined && problems.length === 0) {
    const first: CachedOutlet = {
      outlet,
      links: links.map(({ target, place }) => ({ target, place: encodePlace(place()) })),
      themePlaces,
    }
    cache.put(key, { first, rest: () => undefined })
  }
  return result
}
