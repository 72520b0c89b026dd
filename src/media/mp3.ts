import { behindTags } from './recording-tags.ts'

/** Kilobits a second, by the number that a frame gives; none for the first, which leaves it open, and for the last, which is forbidden. */
const bitRates = {
  v1l3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  v1l2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0],
  v2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
}
/** Samples a second of MPEG 1; MPEG 2 has half of them, MPEG 2.5 a quarter. */
const sampleRates = [44_100, 48_000, 32_000]

interface Frame {
  /** In bytes. */
  length: number
  seconds: number
}

/**
 * How long an mp3 plays, by its frames: what its head and its tags say of it may be of another file, or of a whole one that was cut.
 *
 * @returns undefined where no frame follows another one
 */
export function secondsOfMp3(bytes: Buffer): number | undefined {
  let at = behindTags(bytes)
  let seconds = 0
  let frames = 0
  while (at < bytes.length - 4) {
    const frame = frameAt(bytes, at)
    // Between broken frames one has to look for the next; by chance a byte looks like one, but not two in a row.
    const follows = frame !== undefined && (frames > 0 || frameAt(bytes, at + frame.length) !== undefined)
    if (frame === undefined || !follows) {
      at++
      continue
    }
    if (at + frame.length > bytes.length) break
    if (frames > 0 || !isHead(bytes, at)) seconds += frame.seconds
    frames++
    at += frame.length
  }
  return frames === 0 ? undefined : seconds
}

function frameAt(bytes: Buffer, at: number): Frame | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return undefined
  const [second = 0, third = 0] = bytes.subarray(at + 1, at + 3)
  const version = (second >> 3) & 3
  const layer = 4 - ((second >> 1) & 3)
  if ((second & 0xe0) !== 0xe0 || version === 1 || (layer !== 2 && layer !== 3)) return undefined
  const rates = version !== 3 ? bitRates.v2 : layer === 3 ? bitRates.v1l3 : bitRates.v1l2
  const bitRate = (rates[third >> 4] ?? 0) * 1000
  const sampleRate = (sampleRates[(third >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4)
  if (bitRate === 0 || sampleRate === 0) return undefined
  const samples = layer === 3 && version !== 3 ? 576 : 1152
  return {
    length: Math.floor((samples / 8) * (bitRate / sampleRate)) + ((third >> 1) & 1),
    seconds: samples / sampleRate,
  }
}

/** Whether the first frame holds no sound but what an encoder says of the others. */
function isHead(bytes: Buffer, at: number): boolean {
  return /Xing|Info|VBRI/.test(bytes.toString('latin1', at + 4, at + 48))
}
