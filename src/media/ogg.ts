interface Page {
  start: number
  /** Where the sizes of its parts begin, and what they tell the length of. */
  sizes: Buffer
  body: number
  end: number
  /** The number of its stream. */
  stream: number
  /** Whether its stream begins with it. */
  begins: boolean
  /** How many samples its stream has played at its end; negative where no packet ends on it. */
  played: number
}

/** A stream of an ogg: a file may hold several, one behind the other or side by side. */
interface Stream {
  pages: Page[]
  /** The places of the bytes of its packets that come before the sound: what it is, and its comments. */
  packets: [number[], number[]]
  /** How many of its packets have ended. */
  ended: number
}

/**
 * What the pages of an ogg hold that are Vorbis or Opus, without a comment; nothing of other streams, nor of what stands between pages.
 */
export function stripOgg(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const kept = streamsOf(copy)
    .filter((stream) => emptyComments(copy, stream))
    .flatMap(({ pages }) => pages)
    .sort((a, b) => a.start - b.start)
  const sound = Buffer.concat(kept.map(({ start, end }) => copy.subarray(start, end)))
  return sound.equals(bytes) ? bytes : sound
}

/** How long an ogg plays, all its streams of sound one behind the other; undefined where it has none. */
export function oggDuration(bytes: Buffer): number | undefined {
  let seconds: number | undefined
  for (const { pages, packets } of streamsOf(bytes)) {
    const head = Buffer.from(packets[0].map((place) => bytes[place] ?? 0))
    const played = pages.reduce((most, page) => Math.max(most, page.played), 0)
    if (head.length < 16) continue
    if (head.toString('latin1', 0, 8) === 'OpusHead') {
      seconds = (seconds ?? 0) + Math.max(0, played - head.readUInt16LE(10)) / 48_000
    } else if (head.toString('latin1', 0, 7) === '\u0001vorbis' && head.readUInt32LE(12) > 0) {
      seconds = (seconds ?? 0) + played / head.readUInt32LE(12)
    }
  }
  return seconds
}

function streamsOf(bytes: Buffer): Stream[] {
  const streams: Stream[] = []
  const open = new Map<number, Stream>()
  for (const page of pagesOf(bytes)) {
    if (page.begins) {
      const stream: Stream = { pages: [], packets: [[], []], ended: 0 }
      open.set(page.stream, stream)
      streams.push(stream)
    }
    const stream = open.get(page.stream)
    if (stream === undefined) continue
    stream.pages.push(page)
    let at = page.body
    for (const size of page.sizes) {
      const places = stream.packets[stream.ended]
      if (places === undefined) break
      for (let index = 0; index < size; index++) places.push(at + index)
      at += size
      if (size < 255) stream.ended++
    }
  }
  return streams
}

/** The pages of an ogg whose bytes are what they were signed for: a page that was cut goes on in what stands behind it. */
function* pagesOf(bytes: Buffer): Generator<Page> {
  for (let at = bytes.indexOf('OggS'); at !== -1; ) {
    const body = at + 27 + (bytes[at + 26] ?? 0)
    const sizes = bytes.subarray(at + 27, body)
    const end = body + sizes.reduce((sum, size) => sum + size, 0)
    const isWhole = end <= bytes.length && at + 27 <= bytes.length && isSigned(bytes.subarray(at, end))
    if (isWhole) {
      const begins = ((bytes[at + 5] ?? 0) & 2) !== 0
      const played = Number(bytes.readBigInt64LE(at + 6))
      yield { start: at, sizes, body, end, stream: bytes.readUInt32LE(at + 14), begins, played }
    }
    at = bytes.indexOf('OggS', isWhole ? end : at + 4)
  }
}

/**
 * Empties the second packet of a stream, its comments, and signs the pages that hold them anew.
 *
 * @returns whether it is sound whose comments can be told
 */
function emptyComments(bytes: Buffer, { pages, packets: [, places], ended }: Stream): boolean {
  const text = Buffer.from(places.map((place) => bytes[place] ?? 0))
  const [head = ''] = /^(?:\u0003vorbis|OpusTags)/.exec(text.toString('latin1', 0, 8)) ?? []
  if (head === '' || ended < 2 || text.length < head.length + 8) return false
  // The name of the encoder stays; behind it, no comments, and for Vorbis the bit that ends them.
  const count = head.length + 4 + text.readUInt32LE(head.length)
  if (count + 4 > text.length) return false
  text.fill(0, count)
  if (head.startsWith('\u0003') && count + 4 < text.length) text[count + 4] = 1
  for (const [index, place] of places.entries()) bytes[place] = text[index] ?? 0
  const last = places.at(-1) ?? 0
  for (const { start, end } of pages)
    if (start <= last) bytes.writeUInt32LE(checksum(bytes.subarray(start, end)), start + 22)
  return true
}

const isSigned = (page: Buffer) => page.readUInt32LE(22) === checksum(page)

const remainders = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit++) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0)
  return sum
})

/** The checksum of a page, in which the place of the checksum counts as zeros. */
function checksum(page: Buffer): number {
  let sum = 0
  for (let at = 0; at < page.length; at++) {
    const byte = at >= 22 && at < 26 ? 0 : (page[at] ?? 0)
    sum = (sum << 8) ^ (remainders[((sum >>> 24) ^ byte) & 0xff] ?? 0)
  }
  return sum >>> 0
}
