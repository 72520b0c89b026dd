/**
 * Kilobits per second, by the index in the header of a frame; 0 for the first, which means any rate, and the last,
 * which is invalid.
 */
const bitRates = {
  v1l3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  v1l2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0],
  v2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
}
/** Samples per second of MPEG 1; MPEG 2 has half of them, MPEG 2.5 a quarter. */
const sampleRates = [44_100, 48_000, 32_000]

interface Frame {
  /** In bytes, with the header. */
  length: number
  seconds: number
  /** The part of the header that is the same in all frames of a recording. */
  kind: number
}

/**
 * Measures an mp3 by its frames, because its header and its tags may belong to another file, or to a whole one that was
 * cut.
 *
 * @returns seconds; undefined if no two frames follow each other
 */
export function mp3Duration(bytes: Buffer): number | undefined {
  let seconds: number | undefined
  for (const frame of findFrames(bytes)) {
    seconds ??= isEncoderFrame(bytes, frame.start) ? -frame.seconds : 0
    seconds += frame.seconds
  }
  return seconds
}

/** Keeps the frames of an mp3, and removes everything before, between and after them. */
export function stripMp3(bytes: Buffer): Buffer {
  const runs: { start: number; end: number }[] = []
  for (const { start, length } of findFrames(bytes)) {
    const last = runs.at(-1)
    if (last?.end === start) last.end += length
    else runs.push({ start, end: start + length })
  }
  const [first] = runs
  if (runs.length === 1 && first?.start === 0 && first.end === bytes.length) return bytes
  return Buffer.concat(runs.map(({ start, end }) => bytes.subarray(start, end)))
}

/** Yields the frames that follow each other: any byte may look like a frame by chance, but not two in a row. */
function* findFrames(bytes: Buffer): Generator<Frame & { start: number }> {
  let followsFrame = false
  for (let position = 0; position + 4 <= bytes.length; ) {
    const frame = readFrame(bytes, position)
    const end = position + (frame?.length ?? 0)
    const next = frame && readFrame(bytes, end)
    const isFollowed = next !== undefined && next.kind === frame?.kind
    const isSound = isFollowed || (followsFrame && end <= bytes.length && !containsTag(bytes.subarray(position, end)))
    followsFrame = isFollowed
    if (frame !== undefined && isSound) yield { ...frame, start: position }
    position = frame !== undefined && isSound ? end : position + 1
  }
}

/**
 * True if the last frame of a run was cut and a tag follows in its place. Only for last frames: any sound can look like
 * a tag.
 */
const containsTag = (frame: Buffer) => /ID3[\x02-\x04]|TAG|LYRICSBEGIN/.test(frame.toString('latin1'))

function readFrame(bytes: Buffer, position: number): Frame | undefined {
  if (position + 4 > bytes.length || bytes[position] !== 0xff) return undefined
  const [second = 0, third = 0] = bytes.subarray(position + 1, position + 3)
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

/** True for a first frame that holds no sound, but what the encoder says about the others. */
function isEncoderFrame(bytes: Buffer, position: number): boolean {
  return /Xing|Info|VBRI/.test(bytes.toString('latin1', position + 4, position + 48))
}
