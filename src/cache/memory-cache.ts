import type { Cache, Entry } from './cache.ts'
import { DamagedCache } from './damaged-cache.ts'

/** A cache for as long as its process lives. */
export function memoryCache(): Cache {
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
        const rest = text.toString('utf8', at + length, at + length + restLength)
        at += length + restLength
        const after: object | undefined = rest === '' ? undefined : JSON.parse(rest)
        cache.put(key, { first: JSON.parse(first), rest: () => after }, { hash, html })
      }
    },
    body: (hash) => {
      const html = bodies.get(hash)
      if (html === undefined) throw new DamagedCache(hash)
      return html
    },
    close: () => {},
  }
  return cache
}
