import type { Cache } from './cache.ts'
import { DamagedCacheError } from './damaged-cache-error.ts'
import type { Entry } from './entry.ts'

/** Creates a cache that lives as long as its process. */
export function createMemoryCache(): Cache {
  const entries = new Map<string, Entry>()
  const bodies = new Map<string, string>()
  const cache: Cache = {
    get: (key) => entries.get(key),
    put: (key, entry, body) => {
      entries.set(key, entry)
      if (body !== undefined) bodies.set(body.hash, body.html)
    },
    putPacked: ({ bytes, entries: packed }) => {
      const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      let at = 0
      for (const { key, hash, length, restLength, first } of packed) {
        const html = text.toString('utf8', at, at + length)
        const restJson = text.toString('utf8', at + length, at + length + restLength)
        at += length + restLength
        const rest: object | undefined = restJson === '' ? undefined : JSON.parse(restJson)
        cache.put(key, { first: JSON.parse(first), rest: () => rest }, { hash, html })
      }
    },
    body: (hash) => {
      const html = bodies.get(hash)
      if (html === undefined) throw new DamagedCacheError(hash)
      return html
    },
    close: () => {},
  }
  return cache
}
