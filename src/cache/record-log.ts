import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

/** How many bytes stand before a record: its length and its checksum. */
const head = 8
/** Zeros have no checksum that fits: disks put them where a file was never written. */
const seed = 0x4c616d70

/**
 * A file of records that only grows. Each record carries its checksum: what was cut off, flipped or half written ends the log before
 * it, and is written anew.
 */
export class RecordLog {
  private file: number | undefined
  private end = 0

  private constructor(
    private readonly path: string,
    private readonly title: Buffer,
  ) {}

  /**
   * Opens a log and reads what is sound of it.
   *
   * @param version what its records mean; a log of another version is begun anew
   * @param hear is given every sound record, in order
   */
  static open(path: string, version: string, hear: (record: Buffer) => void): RecordLog {
    const log = new RecordLog(path, framed(Buffer.from(version)))
    const bytes = bytesOf(path)
    if (bytes.length < log.title.length || !bytes.subarray(0, log.title.length).equals(log.title)) return log
    let at = log.title.length
    while (at + head <= bytes.length) {
      const length = bytes.readUInt32LE(at)
      const record = bytes.subarray(at + head, at + head + length)
      if (record.length < length || crc32(record, seed) !== bytes.readUInt32LE(at + 4)) break
      hear(record)
      at += head + length
    }
    log.end = at
    return log
  }

  /** Adds a record. */
  append(record: string): void {
    const bytes = framed(Buffer.from(record))
    const file = this.open()
    writeSync(file, bytes, 0, bytes.length, this.end)
    this.end += bytes.length
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file)
    this.file = undefined
  }

  /** The file, cut behind its last sound record. */
  private open(): number {
    if (this.file !== undefined) return this.file
    mkdirSync(dirname(this.path), { recursive: true })
    this.file = openSync(this.path, existsSync(this.path) ? 'r+' : 'w+')
    if (this.end === 0) {
      ftruncateSync(this.file, 0)
      writeSync(this.file, this.title, 0, this.title.length, 0)
      this.end = this.title.length
    } else {
      ftruncateSync(this.file, this.end)
    }
    return this.file
  }
}

function framed(record: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(head + record.length)
  bytes.writeUInt32LE(record.length, 0)
  bytes.writeUInt32LE(crc32(record, seed), 4)
  record.copy(bytes, head)
  return bytes
}

/** The bytes of a file; none where there is none. What stands in its place is removed. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    rmSync(path, { recursive: true, force: true })
    return Buffer.alloc(0)
  }
}
