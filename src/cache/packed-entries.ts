import { crc32 } from 'node:zlib'
import type { Body, Entry } from './entry.ts'

/** Entries in the form in which they are written and go from thread to thread: bytes go much faster than objects. */
export interface PackedEntries {
  /** The body and the rest of each entry, as UTF-8, one after the other. */
  bytes: Uint8Array
  entries: PackedEntry[]
}

interface PackedEntry {
  key: string
  /** The hash of the body; empty where there is none. */
  hash: string
  /** The bytes of the body and of the rest, and their checksums. */
  length: number
  sum: number
  restLength: number
  restSum: number
  /** The first part, as JSON. */
  first: string
}

/** Packs entries, to write them or to send them to another thread. */
export class EntryPacker {
  private texts: Buffer[] = []
  private entries: PackedEntry[] = []

  add(key: string, entry: Entry, { hash, html }: Body = { hash: '', html: '' }): void {
    const body = Buffer.from(html)
    const rest = Buffer.from(JSON.stringify(entry.rest()) ?? '')
    this.texts.push(body, rest)
    this.entries.push({
      key,
      hash,
      length: body.length,
      sum: crc32(body),
      restLength: rest.length,
      restSum: crc32(rest),
      first: JSON.stringify(entry.first),
    })
  }

  /** Returns the entries that were packed since the last call. */
  take(): PackedEntries {
    const { texts, entries } = this
    this.texts = []
    this.entries = []
    return { bytes: Buffer.concat(texts), entries }
  }
}

/** Splits items into groups of a size. */
export function toBatches<Item>(items: readonly Item[], size: number): Item[][] {
  const batches: Item[][] = []
  for (let at = 0; at < items.length; at += size) batches.push(items.slice(at, at + size))
  return batches
}
