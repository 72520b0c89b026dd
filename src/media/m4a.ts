/** A part of an m4a, which may be made of parts. */
interface Box {
  type: string
  start: number
  /** Where what it holds begins. */
  body: number
  end: number
}

/** The boxes that are made of boxes. */
const holding = new Set(['moov', 'trak', 'mdia', 'minf', 'dinf', 'stbl', 'edts', 'mvex', 'moof', 'traf', 'mfra'])
/** How deep they stand in each other where nobody means harm. */
const deepest = 8
/** Those that say how the sound is found and played. */
const needed = new Set(
  [
    ['ftyp', 'styp', 'mdat', 'sidx'],
    ['mvhd', 'tkhd', 'mdhd', 'elst', 'hdlr', 'smhd', 'dref', 'mehd', 'trex'],
    ['stsd', 'stts', 'ctts', 'stss', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'sgpd', 'sbgp'],
    ['mfhd', 'tfhd', 'tfdt', 'trun', 'tfra', 'mfro'],
  ].flat(),
)
/** Those that begin with the times at which they were made and changed. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd'])

/**
 * What an m4a needs to be played. Of all else free space is made: sizes stay, for boxes count bytes from the beginning of the file.
 */
export function stripM4a(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const end = emptyBoxes(copy, 0, copy.length)
  emptyBetween(copy, end)
  const sound = copy.subarray(0, end)
  return sound.equals(bytes) ? bytes : sound
}

/** @returns where the last of the boxes ends */
function emptyBoxes(bytes: Buffer, from: number, to: number, depth = 0): number {
  let last = from
  for (const box of boxesOf(bytes, from, to)) {
    const { type, body, end } = box
    last = end
    if (holding.has(type) && depth < deepest && (type !== 'trak' || isSound(bytes, box))) {
      bytes.fill(0, emptyBoxes(bytes, body, end, depth + 1), end)
    } else if (!needed.has(type)) {
      bytes.write('free', box.start + 4, 'latin1')
      bytes.fill(0, body, end)
    } else if (dated.has(type)) {
      bytes.fill(0, body + 4, Math.min(end, body + (bytes[body] === 1 ? 20 : 12)))
    } else if (type === 'hdlr') {
      // Behind the kind of the track: who made it, and what it is called.
      bytes.fill(0, Math.min(end, body + 12), end)
    } else if (type === 'dref') {
      // Behind the version and flags of each place: what it is called on the machine that made the file.
      for (const place of boxesOf(bytes, body + 8, end)) bytes.fill(0, Math.min(place.end, place.body + 4), place.end)
    }
  }
  return last
}

/** Empties what is kept with the sound and is no sound of any track: the words of chapters, covers, what editors left behind. */
function emptyBetween(bytes: Buffer, to: number): void {
  const all = [...boxesOf(bytes, 0, to)]
  // What comes in pieces says of each piece where it stands.
  if (all.some(({ type }) => type === 'moof')) return
  const tracks = all.flatMap((box) => (box.type === 'moov' ? inside(bytes, box, 'trak') : []))
  const chunks = tracks.map((track) => chunksOf(bytes, track))
  if (chunks.length === 0 || chunks.includes(undefined)) return
  const sound = chunks.flatMap((known) => known ?? []).sort((a, b) => a.start - b.start)
  let next = 0
  for (const { type, body, end } of all) {
    if (type !== 'mdat') continue
    let at = body
    while ((sound[next]?.end ?? end) <= body && next < sound.length) next++
    for (let chunk = sound[next], index = next; chunk && chunk.start < end && at < end; chunk = sound[++index]) {
      if (chunk.start > at) bytes.fill(0, at, chunk.start)
      at = Math.max(at, Math.min(end, chunk.end))
    }
    bytes.fill(0, at, end)
  }
}

/** Where the sound of a track stands; undefined where its tables do not say so. */
function chunksOf(bytes: Buffer, track: Box): { start: number; end: number }[] | undefined {
  const [tables] = ['mdia', 'minf', 'stbl'].reduce<Box[]>(
    (boxes, type) => boxes.flatMap((box) => inside(bytes, box, type)),
    [track],
  )
  const table = (...types: string[]) => tables && types.flatMap((type) => inside(bytes, tables, type)).at(0)
  const [sizes, runs, places] = [table('stsz'), table('stsc'), table('stco', 'co64')]
  if (sizes === undefined || runs === undefined || places === undefined) return undefined
  const numbers = ({ body, end }: Box, from: number) =>
    Array.from({ length: Math.max(0, Math.floor((end - body - from) / 4)) }, (_, at) =>
      bytes.readUInt32BE(body + from + at * 4),
    )
  const [same = 0, , ...each] = numbers(sizes, 4)
  const [runCount = 0, ...run] = numbers(runs, 4)
  const [placeCount = 0, ...written] = numbers(places, 4)
  const starts =
    places.type === 'stco'
      ? written
      : written.flatMap((high, at) => (at % 2 === 0 ? high * 2 ** 32 + (written[at + 1] ?? 0) : []))
  if (run.length < runCount * 3 || starts.length < placeCount) return undefined
  let sample = 0
  let current = 0
  return starts.slice(0, placeCount).map((start, chunk) => {
    while (current + 1 < runCount && (run[(current + 1) * 3] ?? 0) <= chunk + 1) current++
    const count = run[current * 3 + 1] ?? 0
    const size = same > 0 ? same * count : each.slice(sample, sample + count).reduce((sum, size) => sum + size, 0)
    sample += count
    return { start, end: start + size }
  })
}

/** Whether a track is one of sound, and not of chapters, places or a cover. */
function isSound(bytes: Buffer, track: Box): boolean {
  return inside(bytes, track, 'mdia')
    .flatMap((media) => inside(bytes, media, 'hdlr'))
    .some(({ body }) => bytes.toString('latin1', body + 8, body + 12) === 'soun')
}

const inside = (bytes: Buffer, { body, end }: Box, type: string) =>
  [...boxesOf(bytes, body, end)].filter((box) => box.type === type)

function* boxesOf(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const short = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const head = short === 1 ? 16 : 8
    const size = short === 0 ? to - at : short === 1 && at + 16 <= to ? Number(bytes.readBigUInt64BE(at + 8)) : short
    // Of a recording that was cut, the sound goes as far as it goes.
    const end = type === 'mdat' ? Math.min(to, at + size) : at + size
    if (size < head || end > to || at + head > end) return
    yield { type, start: at, body: at + head, end }
    at = end
  }
}
