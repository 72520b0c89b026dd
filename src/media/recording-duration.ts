import { mp3Duration } from './mp3.ts'
import { oggDuration } from './ogg.ts'

/** What is known of a recording's bytes. */
export interface Recording {
  /** The hash of the bytes that are published. */
  hash: string
  /** How many there are. */
  bytes: number
  seconds: number
  /** Whether they are other bytes than those of the file that content names: its tags were taken out. */
  made: boolean
}

/** What the first bytes of recordings are, by the endings of their files. */
export const recordingSignatures: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  '.mp3': (bytes) =>
    bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
  '.m4a': (bytes) => bytes.toString('latin1', 4, 8) === 'ftyp',
  '.ogg': (bytes) => bytes.toString('latin1', 0, 4) === 'OggS',
}

/** How long a recording plays, in tenths of a second, by its own frames and not by what its tags say; undefined where it is none. */
export async function recordingDuration(bytes: Buffer, type: string): Promise<number | undefined> {
  const counted = type === 'audio/mpeg' ? mp3Duration(bytes) : type === 'audio/ogg' ? oggDuration(bytes) : undefined
  if (counted !== undefined) return Math.round(counted * 10) / 10
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
