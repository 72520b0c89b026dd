import { mp3Duration } from './mp3.ts'
import { oggDuration } from './ogg.ts'

/**
 * Measures a recording by its frames, because its tags may be wrong.
 *
 * @param mimeType the type of its format, such as `audio/mpeg`
 * @returns seconds, rounded to a tenth; undefined if the bytes are no recording of that type
 */
export async function recordingDuration(bytes: Buffer, mimeType: string): Promise<number | undefined> {
  const measured =
    mimeType === 'audio/mpeg' ? mp3Duration(bytes) : mimeType === 'audio/ogg' ? oggDuration(bytes) : undefined
  if (measured !== undefined) return Math.round(measured * 10) / 10
  const { parseBuffer } = await import('music-metadata') // late: most builds have no new recording
  try {
    const { format } = await parseBuffer(bytes, { mimeType, size: bytes.length }, { duration: true, skipCovers: true })
    const { duration } = format
    return duration !== undefined && Number.isFinite(duration) && duration > 0
      ? Math.round(duration * 10) / 10
      : undefined
  } catch {
    return undefined
  }
}
