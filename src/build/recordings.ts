import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readChecked, writeChecked } from './checked-file.ts'
import { hashOf } from './hash.ts'

/** What is known of a recording's bytes. */
export interface Recording {
  /** The hash of its bytes. */
  hash: string
  /** How many there are. */
  bytes: number
  seconds: number
}

/** What a file looked like when it was measured: its size, and its time of change in milliseconds. */
type Stamped = readonly [size: number, changed: number, hash: string, seconds: number]

const version = '1'

/** Recordings that were measured, by the path of their file, so that an archive of newscasts is not read at every build. */
export class Recordings {
  private readonly path: string
  private readonly known: Readonly<Record<string, Stamped>>
  private readonly seen: Record<string, Stamped> = {}

  /**
   * @param folder where what was measured is kept between builds
   * @param content the folder of the content: two outlets may be built in turn
   */
  constructor(folder: string, content: string) {
    this.path = join(folder, `recordings-${hashOf(content).slice(0, 12)}`)
    this.known = (readChecked(this.path, version) ?? {}) as Record<string, Stamped>
  }

  /** What was measured of a file that has not changed since. */
  recall(file: string): Recording | undefined {
    const stamped = this.known[file]
    if (stamped === undefined) return undefined
    const { size, mtimeMs } = statSync(file)
    if (stamped[0] !== size || stamped[1] !== mtimeMs) return undefined
    this.seen[file] = stamped
    return { hash: stamped[2], bytes: size, seconds: stamped[3] }
  }

  remember(file: string, { hash, seconds }: Recording): void {
    const { size, mtimeMs } = statSync(file)
    this.seen[file] = [size, mtimeMs, hash, seconds]
  }

  /** Writes what was measured and recalled. */
  close(): void {
    if (JSON.stringify(this.seen) !== JSON.stringify(this.known)) writeChecked(this.path, version, this.seen)
  }
}

/** How long a recording plays, by its frames or what its encoder counted of them, and not by what its tags say; undefined where it is none. */
export async function secondsOfRecording(bytes: Buffer, type: string): Promise<number | undefined> {
  const { parseBuffer } = await import('music-metadata') // late: most builds have no new recording
  try {
    const { format } = await parseBuffer(
      bytes,
      { mimeType: type, size: bytes.length },
      { duration: true, skipCovers: true },
    )
    const { duration } = format
    return duration !== undefined && Number.isFinite(duration) && duration > 0
      ? Math.round(duration * 10) / 10
      : undefined
  } catch {
    return undefined
  }
}
