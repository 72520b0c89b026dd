import type { Body, Entry } from './entry.ts'
import type { PackedEntries } from './packed-entries.ts'

/**
 * Compiled data, under keys made of everything that it was compiled from.
 *
 * A cache can be emptied at any time: callers compile again what is missing. Only this folder knows where entries are stored.
 */
export interface Cache {
  get(key: string): Entry | undefined
  /** Stores an entry, and the body that belongs to it. */
  put(key: string, entry: Entry, body?: Body): void
  /** Stores entries that another thread packed. */
  putPacked(packed: PackedEntries): void
  /**
   * Returns the HTML of a body by its hash. The entry that it belongs to must have been read or stored since the cache was opened.
   *
   * @throws DamagedCacheError if it is missing, or if the bytes on disk are not those that were written
   */
  body(hash: string): string
  /** Closes the cache. Drops the entries that were not used since it was opened, once they are more than those that were. */
  close(): void
}
