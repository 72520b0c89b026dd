/** A box of an m4a, which may hold further boxes. */
interface Box {
  type: string
  start: number
  /** The start of its content. */
  body: number
  end: number
}

/** Boxes that hold boxes. */
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'stbl', 'edts', 'mvex', 'moof', 'traf', 'mfra'])
/** The depth of nesting in a file that is not hostile. */
const maxDepth = 8
/** Boxes that a player needs to find and play the sound. */
const playback = new Set(
  [
    ['ftyp', 'styp', 'mdat', 'sidx'],
    ['mvhd', 'tkhd', 'mdhd', 'elst', 'hdlr', 'smhd', 'dref', 'mehd', 'trex'],
    ['stsd', 'stts', 'ctts', 'stss', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sgpd', 'sbgp'],
    ['mfhd', 'tfhd', 'tfdt', 'trun', 'tfra', 'mfro'],
  ].flat(),
)
/** Boxes that begin with the times of creation and change. */
const timestamped = new Set(['mvhd', 'tkhd', 'mdhd'])

/**
 * Keeps what a player of an m4a needs, and turns everything else into free space: sizes stay, because boxes count bytes
 * from the start of the file.
 */
export function stripM4a(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const end = clearBoxes(copy, 0, copy.length)
  clearGaps(copy, end)
  const sound = copy.subarray(0, end)
  return sound.equals(bytes) ? bytes : sound
}

/**
 * Clears the boxes that no player needs, and the personal data in the others.
 *
 * @returns the end of the last box
 */
function clearBoxes(bytes: Buffer, from: number, to: number, depth = 0): number {
  let last = from
  for (const box of readBoxes(bytes, from, to)) {
    const { type, body, end } = box
    last = end
    if (containers.has(type) && depth < maxDepth && (type !== 'trak' || isSoundTrack(bytes, box))) {
      bytes.fill(0, clearBoxes(bytes, body, end, depth + 1), end)
    } else if (!playback.has(type)) {
      bytes.write('free', box.start + 4, 'latin1')
      bytes.fill(0, body, end)
    } else if (timestamped.has(type)) {
      bytes.fill(0, body + 4, Math.min(end, body + (bytes[body] === 1 ? 20 : 12)))
    } else if (type === 'hdlr') {
      // After the kind of the track: its maker and its name.
      bytes.fill(0, Math.min(end, body + 12), end)
    } else if (type === 'dref') {
      // After the version and flags of each entry: its path on the machine that made the file.
      for (const entry of readBoxes(bytes, body + 8, end)) bytes.fill(0, Math.min(entry.end, entry.body + 4), entry.end)
    }
  }
  return last
}

/**
 * Clears what is stored with the sound and belongs to no sound track: the titles of chapters, covers, remains of edits.
 */
function clearGaps(bytes: Buffer, to: number): void {
  const boxes = [...readBoxes(bytes, 0, to)]
  // A fragmented file has the positions of its sound in each fragment.
  if (boxes.some(({ type }) => type === 'moof')) return
  const tracks = boxes.flatMap((box) => (box.type === 'moov' ? children(bytes, box, 'trak') : []))
  const chunks = tracks.map((track) => findChunks(bytes, track))
  if (chunks.length === 0 || chunks.includes(undefined)) return
  const sound = chunks.flatMap((ofTrack) => ofTrack ?? []).sort((a, b) => a.start - b.start)
  // Boxes and chunks are both in order, so that one pass through the chunks serves all boxes.
  let next = 0
  for (const { type, body, end } of boxes) {
    if (type !== 'mdat') continue
    let cleared = body
    while ((sound[next]?.end ?? end) <= body && next < sound.length) next++
    for (let chunk = sound[next], index = next; chunk && chunk.start < end && cleared < end; chunk = sound[++index]) {
      if (chunk.start > cleared) bytes.fill(0, cleared, chunk.start)
      cleared = Math.max(cleared, Math.min(end, chunk.end))
    }
    bytes.fill(0, cleared, end)
  }
}

/** Returns the ranges of a track's sound in the file; undefined if its tables do not give them. */
function findChunks(bytes: Buffer, track: Box): { start: number; end: number }[] | undefined {
  const [tables] = ['mdia', 'minf', 'stbl'].reduce<Box[]>(
    (boxes, type) => boxes.flatMap((box) => children(bytes, box, type)),
    [track],
  )
  const table = (...types: string[]) => tables && types.flatMap((type) => children(bytes, tables, type)).at(0)
  const [sizes, runs, offsets] = [table('stsz'), table('stsc'), table('stco', 'co64')]
  if (sizes === undefined || runs === undefined || offsets === undefined) return undefined
  const numbers = ({ body, end }: Box, from: number) =>
    Array.from({ length: Math.max(0, Math.floor((end - body - from) / 4)) }, (_, index) =>
      bytes.readUInt32BE(body + from + index * 4),
    )
  const [sharedSize = 0, , ...sampleSizes] = numbers(sizes, 4)
  const [runCount = 0, ...run] = numbers(runs, 4)
  const [chunkCount = 0, ...words] = numbers(offsets, 4)
  const starts =
    offsets.type === 'stco'
      ? words
      : words.flatMap((high, index) => (index % 2 === 0 ? high * 2 ** 32 + (words[index + 1] ?? 0) : []))
  if (run.length < runCount * 3 || starts.length < chunkCount) return undefined
  let sample = 0
  let current = 0
  return starts.slice(0, chunkCount).map((start, chunk) => {
    // A run has three numbers: its first chunk, counted from 1, the samples in each chunk, and an index that is not
    // needed here.
    while (current + 1 < runCount && (run[(current + 1) * 3] ?? 0) <= chunk + 1) current++
    const count = run[current * 3 + 1] ?? 0
    const size =
      sharedSize > 0
        ? sharedSize * count
        : sampleSizes.slice(sample, sample + count).reduce((sum, size) => sum + size, 0)
    sample += count
    return { start, end: start + size }
  })
}

/** True for a track of sound, and not of chapters, places or a cover. */
function isSoundTrack(bytes: Buffer, track: Box): boolean {
  return children(bytes, track, 'mdia')
    .flatMap((media) => children(bytes, media, 'hdlr'))
    .some(({ body }) => bytes.toString('latin1', body + 8, body + 12) === 'soun')
}

const children = (bytes: Buffer, { body, end }: Box, type: string) =>
  [...readBoxes(bytes, body, end)].filter((box) => box.type === type)

function* readBoxes(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let start = from; start + 8 <= to; ) {
    const size32 = bytes.readUInt32BE(start)
    const type = bytes.toString('latin1', start + 4, start + 8)
    const header = size32 === 1 ? 16 : 8
    const size =
      size32 === 0 ? to - start : size32 === 1 && start + 16 <= to ? Number(bytes.readBigUInt64BE(start + 8)) : size32
    // The sound of a recording that was cut ends with the file.
    const end = type === 'mdat' ? Math.min(to, start + size) : start + size
    if (size < header || end > to || start + header > end) return
    yield { type, start, body: start + header, end }
    start = end
  }
}
