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
  /** What all frames of a recording have in common. */
  kind: number
}

/**
 * How long an mp3 plays, by its frames: what its head and its tags say of it may be of another file, or of a whole one that was cut.
 *
 * @returns undefined where no frame follows another one
 */
export function mp3Duration(bytes: Buffer): number | undefined {
  let seconds: number | undefined
  for (const frame of framesOf(bytes)) {
    seconds ??= isHead(bytes, frame.start) ? -frame.seconds : 0
    seconds += frame.seconds
  }
  return seconds
}

/** What the frames of an mp3 hold, and nothing of what stands before, between and behind them. */
export function stripMp3(bytes: Buffer): Buffer {
  const runs: { start: number; end: number }[] = []
  for (const { start, length } of framesOf(bytes)) {
    const last = runs.at(-1)
    if (last?.end === start) last.end += length
    else runs.push({ start, end: start + length })
  }
  const [first] = runs
  if (runs.length === 1 && first?.start === 0 && first.end === bytes.length) return bytes
  return Buffer.concat(runs.map(({ start, end }) => bytes.subarray(start, end)))
}

/** By chance a byte looks like a frame, but not two in a row. */
function* framesOf(bytes: Buffer): Generator<Frame & { start: number }> {
  let follows = false
  for (let at = 0; at + 4 <= bytes.length; ) {
    const frame = frameAt(bytes, at)
    const end = at + (frame?.length ?? 0)
    const next = frame && frameAt(bytes, end)
    const isFollowed = next !== undefined && next.kind === frame?.kind
    const stands = isFollowed || (follows && end <= bytes.length && !holdsTag(bytes.subarray(at, end)))
    follows = isFollowed
    if (frame !== undefined && stands) yield { ...frame, start: at }
    at = frame !== undefined && stands ? end : at + 1
  }
}

/** Whether a frame was cut, so that a tag stands where it should go on. It may only be asked of a last one: sound can look like a tag. */
const holdsTag = (frame: Buffer) => /ID3[\x02-\x04]|TAG|LYRICSBEGIN/.test(frame.toString('latin1'))

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
    kind: ((second & 0xfe) << 8) | (third & 0x0c),
  }
}

/** Whether the first frame holds no sound but what an encoder says of the others. */
function isHead(bytes: Buffer, at: number): boolean {
  return /Xing|Info|VBRI/.test(bytes.toString('latin1', at + 4, at + 48))
}
