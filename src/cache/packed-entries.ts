import { crc32 } from 'node:zlib'
import type { Body, Entry } from './cache.ts'

/** Entries ready to be written, as they go from thread to thread: bytes go much quicker than what they say. */
export interface PackedEntries {
  /** Of each entry, its body and its rest, as UTF-8, one behind the other. */
  bytes: Uint8Array
  entries: PackedEntry[]
}

export interface PackedEntry {
  key: string
  /** The hash of the body; empty where there is none. */
  hash: string
  /** How many bytes the body and the rest have, and their checksums. */
  length: number
  sum: number
  restLength: number
  restSum: number
  /** The first part, as JSON. */
  first: string
}

/** Packs entries. */
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

  /** What was packed since it was last taken. */
  take(): PackedEntries {
    const { texts, entries } = this
    this.texts = []
    this.entries = []
    return { bytes: Buffer.concat(texts), entries }
  }
}

/** Things in groups of so many, which go from thread to thread, or to disk, in one piece. */
export function toBatches<Thing>(things: readonly Thing[], size: number): Thing[][] {
  const batches: Thing[][] = []
  for (let at = 0; at < things.length; at += size) batches.push(things.slice(at, at + size))
  return batches
}
