import { closeSync, ftruncateSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { DamagedCache } from './damaged-cache.ts'
import { lock } from './lock.ts'
import { RecordLog } from './log.ts'

/**
 * What was compiled, under a key made of all that it was compiled from. Only this file knows where entries live.
 *
 * Nothing may be trusted to be there: an entry that is gone is compiled again.
 */
export interface Cache {
  get(key: string): unknown
  has(key: string): boolean
  /** Keeps an entry, which is plain data, and the text that belongs to it. */
  put(key: string, entry: unknown, body?: Body): void
  /** The same for an entry that is JSON already. */
  putJson(key: string, json: string, body?: Body): void
  /**
   * A text by its hash.
   *
   * @throws DamagedCache where it is not what was kept
   */
  body(hash: string): string
  /** Writes what is new to disk, and drops what was not asked for once it is more than what was. */
  close(): void
}

export interface Body {
  hash: string
  html: string
}

/** A cache for as long as its process lives. */
export function memoryCache(): Cache {
  const entries = new Map<string, unknown>()
  const bodies = new Map<string, string>()
  const cache: Cache = {
    get: (key) => entries.get(key),
    has: (key) => entries.has(key),
    put: (key, entry, body) => {
      entries.set(key, entry)
      if (body !== undefined) bodies.set(body.hash, body.html)
    },
    putJson: (key, json, body) => cache.put(key, JSON.parse(json), body),
    body: (hash) => {
      const html = bodies.get(hash)
      if (html === undefined) throw new DamagedCache(hash)
      return html
    },
    close: () => {},
  }
  return cache
}

/** What stands between the key of an entry and its JSON: paths, which keys are made of, cannot have it. */
const nul = '\0'

/** Where a text stands in the file of bodies, in bytes, and its checksum. */
interface Place {
  at: number
  length: number
  sum: number
}

interface Kept {
  /** Its JSON as it stands in the log, until it is asked for. */
  json: Buffer | string | undefined
  /** Its body's hash and place, and the entry. */
  parsed: [hash: string, at: number, length: number, sum: number, entry: unknown] | undefined
  used: boolean
}

/**
 * A cache in a folder, in two files: `entries`, which is read when it is opened, and `bodies`, of which only what is asked for is
 * read. Both only grow, and everything in them carries a checksum.
 *
 * While another process has it open, one for this process alone takes its place.
 *
 * @param version what entries mean; those of another version are dropped
 */
export function folderCache(folder: string, version: string): Cache {
  const release = lock(join(folder, 'lock'))
  // Two processes that wrote to one cache would spoil it for both.
  if (release === undefined) return memoryCache()
  const kept = new Map<string, Kept>()
  const places = new Map<string, Place>()
  const log = RecordLog.open(join(folder, 'entries'), version, (record) => {
    const at = record.indexOf(nul)
    if (at === -1) return
    kept.set(record.toString('utf8', 0, at), { json: record.subarray(at + 1), parsed: undefined, used: false })
  })
  let bodies: number | undefined
  let end = 0

  const parse = (entry: Kept): NonNullable<Kept['parsed']> => {
    if (entry.parsed === undefined) {
      entry.parsed = JSON.parse(entry.json?.toString() ?? '') as NonNullable<Kept['parsed']>
      entry.json = undefined
      const [hash, at, length, sum] = entry.parsed
      if (hash !== '') places.set(hash, { at, length, sum })
    }
    return entry.parsed
  }
  const file = (): number => {
    if (bodies !== undefined) return bodies
    mkdirSync(folder, { recursive: true })
    bodies = openAnew(join(folder, 'bodies'))
    if (kept.size === 0) ftruncateSync(bodies, 0)
    for (const entry of kept.values()) {
      const [, at, length] = parse(entry)
      end = Math.max(end, at + length)
    }
    // What a killed build wrote behind the last entry that was recorded belongs to nobody.
    ftruncateSync(bodies, end)
    return bodies
  }
  const write = (key: string, { hash = '', html = '' }: Partial<Body>, entry: string): Kept => {
    const bytes = Buffer.from(html)
    const place = { at: 0, length: bytes.length, sum: crc32(bytes) }
    if (bytes.length > 0) {
      const handle = file()
      place.at = end
      writeSync(handle, bytes)
      end += bytes.length
    }
    if (hash !== '') places.set(hash, place)
    const json = `["${hash}",${place.at},${place.length},${place.sum},${entry}]`
    log.append(Buffer.from(key + nul + json))
    return { json, parsed: undefined, used: true }
  }
  const body = (hash: string): string => {
    const place = places.get(hash)
    if (place === undefined) throw new DamagedCache(hash)
    const bytes = Buffer.allocUnsafe(place.length)
    if (place.length > 0 && readSync(file(), bytes, 0, place.length, place.at) !== place.length) {
      throw new DamagedCache(hash)
    }
    if (crc32(bytes) !== place.sum) throw new DamagedCache(hash)
    return bytes.toString()
  }

  /** Entries with their bodies; none where a body is damaged. */
  const keepable = (used: readonly [string, Kept][]): [string, unknown, Body | undefined][] => {
    try {
      return used.map(([key, entry]) => {
        const [hash, , , , inside] = parse(entry)
        return [key, inside, hash === '' ? undefined : { hash, html: body(hash) }]
      })
    } catch {
      return []
    }
  }

  return {
    has: (key) => kept.has(key),
    get: (key) => {
      const entry = kept.get(key)
      if (entry === undefined) return undefined
      entry.used = true
      return parse(entry)[4]
    },
    put: (key, entry, body) => void kept.set(key, write(key, body ?? {}, JSON.stringify(entry))),
    putJson: (key, json, body) => void kept.set(key, write(key, body ?? {}, json)),
    body,
    close: () => {
      const used = [...kept].filter(([, entry]) => entry.used)
      const crowded = kept.size > 2 * used.length + 100
      const alive = crowded ? keepable(used) : []
      log.close()
      if (bodies !== undefined) closeSync(bodies)
      bodies = undefined
      if (crowded) emptyCache(folder)
      release()
      if (alive.length === 0) return
      const fresh = folderCache(folder, version)
      for (const [key, entry, body] of alive) fresh.put(key, entry, body)
      fresh.close()
    },
  }
}

/** Removes the files of a cache. */
export function emptyCache(folder: string): void {
  for (const name of ['entries', 'bodies']) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Opens a file to add to it; whatever else stands in its place is removed. */
function openAnew(path: string): number {
  try {
    return openSync(path, 'a+')
  } catch {
    rmSync(path, { recursive: true, force: true })
    return openSync(path, 'a+')
  }
}
