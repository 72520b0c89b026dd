import type { Entry } from './entry.ts'

/**
 * An entry as the log stores it: its key and its first part, and where its body and its rest are in the file of bodies. The rest
 * follows the body; each has its length in bytes and its checksum.
 */
export type EntryRow = readonly [
  key: string,
  hash: string,
  at: number,
  length: number,
  sum: number,
  restLength: number,
  restSum: number,
  first: unknown,
]

/** Reads bytes of the file of bodies as text, and verifies them. */
export type ReadBody = (hash: string, at: number, length: number, sum: number) => string

/** An entry of the log, whose body and rest are read on demand. */
export class StoredEntry implements Entry {
  /** The parsed rest, while somebody uses it. Weak, because a build of a whole archive reads every one once. */
  private parsedRest: WeakRef<object> | undefined

  constructor(
    readonly row: EntryRow,
    private readonly read: ReadBody,
    /** True once the entry was read or stored since the cache was opened. */
    public used: boolean,
  ) {}

  get first(): unknown {
    return this.row[7]
  }

  rest(): object | undefined {
    const [, hash, at, length, , restLength, restSum] = this.row
    if (restLength === 0) return undefined
    const parsed = this.parsedRest?.deref()
    if (parsed !== undefined) return parsed
    const rest = JSON.parse(this.read(hash, at + length, restLength, restSum)) as object
    this.parsedRest = new WeakRef(rest)
    return rest
  }

  body(): string {
    const [, hash, at, length, sum] = this.row
    return this.read(hash, at, length, sum)
  }
}
