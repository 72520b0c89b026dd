import { closeSync, ftruncateSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Cache } from './cache.ts'
import { DamagedCacheError } from './damaged-cache-error.ts'
import { lock } from './lock.ts'
import { createMemoryCache } from './memory-cache.ts'
import { EntryPacker, type PackedEntries, toBatches } from './packed-entries.ts'
import { RecordLog } from './record-log.ts'
import { type EntryRow, type ReadBody, StoredEntry } from './stored-entry.ts'

/** The first byte of a record of entries. */
const bracket = '['.charCodeAt(0)

/**
 * Opens a cache in a folder. It has two files: `entries`, the first parts, which is read at once, and `bodies`, the bodies and the
 * rests, which are read on demand. Both only grow, and everything in them has a checksum.
 *
 * While another process has the cache open, this process gets a cache in memory.
 *
 * @param version the version of the code that compiles; entries of another version are dropped
 */
export function openFolderCache(folder: string, version: string): Cache {
  // A file in the folder's place is not a cache.
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) rmSync(folder)
  const release = lock(join(folder, 'lock'))
  // Two processes that write to one cache would damage it for both.
  if (release === undefined) return createMemoryCache()
  const entries = new Map<string, StoredEntry>()
  /** The used entries by the hash of their body. */
  const entriesByHash = new Map<string, StoredEntry>()
  let bodies: number | undefined
  let end = 0
  const openBodies = (): number => {
    if (bodies !== undefined) return bodies
    mkdirSync(folder, { recursive: true })
    bodies = openForAppending(join(folder, 'bodies'))
    if (entries.size === 0) ftruncateSync(bodies, 0)
    for (const { row } of entries.values()) {
      const [, , at, length, , restLength] = row
      end = Math.max(end, at + length + restLength)
    }
    // Bytes after those of the last entry were written by a build that was killed before it recorded their entry.
    ftruncateSync(bodies, end)
    return bodies
  }
  const read: ReadBody = (hash, at, length, sum) => {
    const bytes = Buffer.allocUnsafe(length)
    if (length > 0 && readSync(openBodies(), bytes, 0, length, at) !== length) throw new DamagedCacheError(hash)
    if (crc32(bytes) !== sum) throw new DamagedCacheError(hash)
    return bytes.toString()
  }
  const addRow = (row: EntryRow, used: boolean): void => {
    const [key, hash] = row
    const entry = new StoredEntry(row, read, used)
    entries.set(key, entry)
    if (used && hash !== '') entriesByHash.set(hash, entry)
  }
  const log = RecordLog.open(join(folder, 'entries'), version, (record) => {
    // If a log was copied to its own end, its title is a record as well.
    if (record[0] === bracket) for (const row of JSON.parse(record.toString()) as EntryRow[]) addRow(row, false)
  })
  const write = ({ bytes, entries: packed }: PackedEntries): void => {
    if (packed.length === 0) return
    // Opened first: this sets `end` from the entries that are there.
    const file = bytes.length > 0 ? openBodies() : undefined
    let at = end
    const rows = packed.map(({ key, hash, length, sum, restLength, restSum, first }) => {
      const row = `[${JSON.stringify(key)},"${hash}",${at},${length},${sum},${restLength},${restSum},${first}]`
      at += length + restLength
      return row
    })
    if (file !== undefined) append(file, bytes, end)
    end = at
    const record = `[${rows.join()}]`
    // Parsed before it is logged, so that the log never holds a record that cannot be parsed.
    const added = JSON.parse(record) as EntryRow[]
    log.append(record)
    for (const row of added) addRow(row, true)
  }

  return {
    get: (key) => {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entry.used = true
      const hash = entry.row[1]
      if (hash !== '') entriesByHash.set(hash, entry)
      return entry
    },
    put: (key, entry, body) => {
      const packer = new EntryPacker()
      packer.add(key, entry, body)
      write(packer.take())
    },
    putPacked: write,
    body: (hash) => {
      const entry = entriesByHash.get(hash)
      if (entry === undefined) throw new DamagedCacheError(hash)
      return entry.body()
    },
    close: () => {
      const used = [...entries].filter(([, entry]) => entry.used)
      const isMostlyUnused = entries.size > 2 * used.length + 100
      const packed = isMostlyUnused ? packEntries(used) : []
      log.close()
      if (bodies !== undefined) closeSync(bodies)
      bodies = undefined
      if (isMostlyUnused) clearCache(folder)
      release()
      if (packed.length === 0) return
      const compacted = openFolderCache(folder, version)
      for (const batch of packed) compacted.putPacked(batch)
      compacted.close()
    },
  }
}

/** Packs entries and their bodies; none if one of them is damaged. */
function packEntries(entries: readonly (readonly [string, StoredEntry])[]): PackedEntries[] {
  const packer = new EntryPacker()
  try {
    return toBatches(entries, 100).map((batch) => {
      for (const [key, entry] of batch) packer.add(key, entry, { hash: entry.row[1], html: entry.body() })
      return packer.take()
    })
  } catch {
    return []
  }
}

/** Returns the folder of the cache of builds, or of previews, which run for hours beside them. */
export const cacheFolder = (workFolder: string, preview: boolean): string =>
  join(workFolder, preview ? 'preview-cache' : 'cache')

/** Removes the files of a cache. */
export function clearCache(folder: string): void {
  for (const name of ['entries', 'bodies']) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Appends bytes to a file. If that fails, as on a full disk, the file is left as it was. */
function append(file: number, bytes: Uint8Array, end: number): void {
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    ftruncateSync(file, end)
    throw error
  }
}

/** Opens a file to append to; a folder in its place is removed. */
function openForAppending(path: string): number {
  try {
    return openSync(path, 'a+')
  } catch {
    rmSync(path, { recursive: true, force: true })
    return openSync(path, 'a+')
  }
}
