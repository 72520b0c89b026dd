import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

/** The bytes before a record: its length and its checksum. */
const headerLength = 8
/** The seed of checksums. With it zeros, which disks put where a file was never written, are no valid record. */
const seed = 0x4c616d70

/**
 * A file of records that only grows. Each record has a checksum: the log ends before the first record that is cut short or damaged,
 * and the next record takes its place.
 */
export class RecordLog {
  private file: number | undefined
  private end = 0

  private constructor(
    private readonly path: string,
    private readonly title: Buffer,
  ) {}

  /**
   * Opens a log and reads its valid records.
   *
   * @param version the version of the records; a log of another version is overwritten
   * @param onRecord called with each valid record, in order
   */
  static open(path: string, version: string, onRecord: (record: Buffer) => void): RecordLog {
    const log = new RecordLog(path, frameRecord(Buffer.from(version)))
    const bytes = readOrRemove(path)
    if (bytes.length < log.title.length || !bytes.subarray(0, log.title.length).equals(log.title)) return log
    let at = log.title.length
    while (at + headerLength <= bytes.length) {
      const length = bytes.readUInt32LE(at)
      const record = bytes.subarray(at + headerLength, at + headerLength + length)
      if (record.length < length || crc32(record, seed) !== bytes.readUInt32LE(at + 4)) break
      onRecord(record)
      at += headerLength + length
    }
    log.end = at
    return log
  }

  /** Adds a record. */
  append(record: string): void {
    const bytes = frameRecord(Buffer.from(record))
    const file = this.openFile()
    writeSync(file, bytes, 0, bytes.length, this.end)
    this.end += bytes.length
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file)
    this.file = undefined
  }

  /** Opens the file for writing, cut after its last valid record. */
  private openFile(): number {
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

/** Puts the length and the checksum of a record before it. */
function frameRecord(record: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(headerLength + record.length)
  bytes.writeUInt32LE(record.length, 0)
  bytes.writeUInt32LE(crc32(record, seed), 4)
  record.copy(bytes, headerLength)
  return bytes
}

/** Reads a file. Anything else in its place is removed; a missing file is empty. */
function readOrRemove(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    rmSync(path, { recursive: true, force: true })
    return Buffer.alloc(0)
  }
}
