import { closeSync, ftruncateSync, mkdirSync, openSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { DamagedCache } from './damaged-cache.ts'
import { lock } from './lock.ts'
import { memoryCache } from './memory-cache.ts'
import { EntryPacker, type PackedEntries, toBatches } from './packed-entries.ts'
import { RecordLog } from './record-log.ts'

/**
 * What was compiled, under a key made of all that it was compiled from. Only this file knows where entries live.
 *
 * Nothing may be trusted to be there: an entry that is gone is compiled again.
 */
export interface Cache {
  get(key: string): Entry | undefined
  /** Keeps an entry and the text that belongs to it. */
  put(key: string, entry: Entry, body?: Body): void
  /** Keeps entries that another thread made. */
  putPacked(packed: PackedEntries): void
  /**
   * A text by its hash.
   *
   * @throws DamagedCache where it is not what was kept
   */
  body(hash: string): string
  /** Writes what is new to disk, and drops what was not asked for once it is more than what was. */
  close(): void
}

/** Plain data in two parts. */
export interface Entry {
  /** What is read whenever the entry is asked for. */
  readonly first: unknown
  /**
   * What is kept besides, read when it is asked for; undefined where there is nothing.
   *
   * @throws DamagedCache where it is not what was kept
   */
  rest(): object | undefined
}

export interface Body {
  hash: string
  html: string
}

/**
 * An entry as the log has it: its key; the hash of its body, where that stands in the file of bodies, how many bytes it has and their
 * checksum; the same of the rest, which stands behind it; and the first part.
 */
type Logged = readonly [
  key: string,
  hash: string,
  at: number,
  length: number,
  sum: number,
  restLength: number,
  restSum: number,
  first: unknown,
]

/** Reads a text of the file of bodies, and checks it. */
type Read = (hash: string, at: number, length: number, sum: number) => string

/** How a record of entries begins. */
const bracket = '['.charCodeAt(0)

/** An entry of the log. */
class Kept implements Entry {
  /** What was read of the rest, as long as somebody uses it: a build of a whole archive shows every story once. */
  private known: WeakRef<object> | undefined

  constructor(
    readonly logged: Logged,
    private readonly read: Read,
    public used: boolean,
  ) {}

  get first(): unknown {
    return this.logged[7]
  }

  rest(): object | undefined {
    const [, hash, at, length, , restLength, restSum] = this.logged
    if (restLength === 0) return undefined
    const known = this.known?.deref()
    if (known !== undefined) return known
    const rest = JSON.parse(this.read(hash, at + length, restLength, restSum)) as object
    this.known = new WeakRef(rest)
    return rest
  }

  body(): string {
    const [, hash, at, length, sum] = this.logged
    return this.read(hash, at, length, sum)
  }
}

/**
 * A cache in a folder, in two files: `entries`, the first parts, which is read when it is opened, and `bodies`, the rests and texts,
 * of which only what is asked for is read. Both only grow, and everything in them carries a checksum.
 *
 * While another process has it open, one for this process alone takes its place.
 *
 * @param version what entries mean; those of another version are dropped
 */
export function folderCache(folder: string, version: string): Cache {
  // What stands in the place of a folder of ours is not ours to keep.
  if (statSync(folder, { throwIfNoEntry: false })?.isFile() === true) rmSync(folder)
  const release = lock(join(folder, 'lock'))
  // Two processes that wrote to one cache would spoil it for both.
  if (release === undefined) return memoryCache()
  const kept = new Map<string, Kept>()
  /** The entries whose bodies have a hash. */
  const byHash = new Map<string, Kept>()
  let bodies: number | undefined
  let end = 0
  const file = (): number => {
    if (bodies !== undefined) return bodies
    mkdirSync(folder, { recursive: true })
    bodies = openAnew(join(folder, 'bodies'))
    if (kept.size === 0) ftruncateSync(bodies, 0)
    for (const { logged } of kept.values()) {
      const [, , at, length, , restLength] = logged
      end = Math.max(end, at + length + restLength)
    }
    // What a killed build wrote behind the last entry that was recorded belongs to nobody.
    ftruncateSync(bodies, end)
    return bodies
  }
  const read: Read = (hash, at, length, sum) => {
    const bytes = Buffer.allocUnsafe(length)
    if (length > 0 && readSync(file(), bytes, 0, length, at) !== length) throw new DamagedCache(hash)
    if (crc32(bytes) !== sum) throw new DamagedCache(hash)
    return bytes.toString()
  }
  const hear = (logged: Logged, used: boolean): void => {
    const [key, hash] = logged
    const entry = new Kept(logged, read, used)
    kept.set(key, entry)
    if (used && hash !== '') byHash.set(hash, entry)
  }
  const log = RecordLog.open(join(folder, 'entries'), version, (record) => {
    // The title of a log that was copied behind itself holds no entries.
    if (record[0] === bracket) for (const logged of JSON.parse(record.toString()) as Logged[]) hear(logged, false)
  })
  const write = ({ bytes, entries }: PackedEntries): void => {
    if (entries.length === 0) return
    // Before anything is added: the file ends where the last entry ends.
    const handle = bytes.length > 0 ? file() : undefined
    let at = end
    const rows = entries.map(({ key, hash, length, sum, restLength, restSum, first }) => {
      const row = `[${JSON.stringify(key)},"${hash}",${at},${length},${sum},${restLength},${restSum},${first}]`
      at += length + restLength
      return row
    })
    if (handle !== undefined) append(handle, bytes, end)
    end = at
    const record = `[${rows.join()}]`
    // Read first: what cannot be read is not kept.
    const added = JSON.parse(record) as Logged[]
    log.append(record)
    for (const logged of added) hear(logged, true)
  }
  const body = (hash: string): string => {
    const entry = byHash.get(hash)
    if (entry === undefined) throw new DamagedCache(hash)
    return entry.body()
  }

  /** Entries with their bodies; none where one is damaged. */
  const keepable = (used: readonly [string, Kept][]): PackedEntries[] => {
    const packer = new EntryPacker()
    const pack = (entries: typeof used) => {
      for (const [key, entry] of entries) packer.add(key, entry, { hash: entry.logged[1], html: entry.body() })
      return packer.take()
    }
    try {
      return toBatches(used, 100).map(pack)
    } catch {
      return []
    }
  }

  return {
    get: (key) => {
      const entry = kept.get(key)
      if (entry === undefined) return undefined
      entry.used = true
      const hash = entry.logged[1]
      if (hash !== '') byHash.set(hash, entry)
      return entry
    },
    put: (key, entry, body) => {
      const packer = new EntryPacker()
      packer.add(key, entry, body)
      write(packer.take())
    },
    putPacked: write,
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
      for (const packed of alive) fresh.putPacked(packed)
      fresh.close()
    },
  }
}

/** Where a working folder has the cache of builds, or of previews, which run for hours beside them. */
export const cacheFolder = (workFolder: string, preview: boolean): string =>
  join(workFolder, preview ? 'preview-cache' : 'cache')

/** Removes the files of a cache. */
export function emptyCache(folder: string): void {
  for (const name of ['entries', 'bodies']) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Adds bytes at the end of a file, or leaves it as it was, as on a disk that is full. */
function append(file: number, bytes: Uint8Array, end: number): void {
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    ftruncateSync(file, end)
    throw error
  }
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
