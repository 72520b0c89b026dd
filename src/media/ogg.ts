interface Page {
  start: number
  /** The segment table: the sizes of the segments that the page holds. */
  sizes: Buffer
  /** The start of the segments. */
  body: number
  end: number
  /** The serial number of its stream. */
  stream: number
  /** True for the first page of a stream. */
  isFirst: boolean
  /** The samples that the stream has played by the end of the page; negative if no packet ends on it. */
  samples: number
}

/** A stream of an ogg: a file may hold several, one after another or interleaved. */
interface Stream {
  pages: Page[]
  /** The positions of the bytes of the first two packets: the identification of the codec, and the comments. */
  headers: [number[], number[]]
  /** The number of header packets that have ended. */
  ended: number
}

/**
 * Keeps the pages of an ogg that are Vorbis or Opus, with empty comments, and removes other streams and what is between
 * pages.
 */
export function stripOgg(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const pages = readStreams(copy)
    .filter((stream) => clearComments(copy, stream))
    .flatMap(({ pages }) => pages)
    .sort((a, b) => a.start - b.start)
  const sound = Buffer.concat(pages.map(({ start, end }) => copy.subarray(start, end)))
  return sound.equals(bytes) ? bytes : sound
}

/** Returns the seconds of all streams of sound together; undefined if there is none. */
export function oggDuration(bytes: Buffer): number | undefined {
  let seconds: number | undefined
  for (const { pages, headers } of readStreams(bytes)) {
    const identification = Buffer.from(headers[0].map((position) => bytes[position] ?? 0))
    const samples = pages.reduce((most, page) => Math.max(most, page.samples), 0)
    if (identification.length < 16) continue
    if (identification.toString('latin1', 0, 8) === 'OpusHead') {
      const preSkip = identification.readUInt16LE(10)
      seconds = (seconds ?? 0) + Math.max(0, samples - preSkip) / 48_000
    } else if (identification.toString('latin1', 0, 7) === '\u0001vorbis' && identification.readUInt32LE(12) > 0) {
      seconds = (seconds ?? 0) + samples / identification.readUInt32LE(12)
    }
  }
  return seconds
}

function readStreams(bytes: Buffer): Stream[] {
  const streams: Stream[] = []
  const openStreams = new Map<number, Stream>()
  for (const page of readPages(bytes)) {
    if (page.isFirst) {
      const stream: Stream = { pages: [], headers: [[], []], ended: 0 }
      openStreams.set(page.stream, stream)
      streams.push(stream)
    }
    const stream = openStreams.get(page.stream)
    if (stream === undefined) continue
    stream.pages.push(page)
    let position = page.body
    for (const size of page.sizes) {
      const header = stream.headers[stream.ended]
      if (header === undefined) break
      for (let index = 0; index < size; index++) header.push(position + index)
      position += size
      if (size < 255) stream.ended++
    }
  }
  return streams
}

/** Yields the pages whose checksum is right: the end of a page that was cut is looked for in what follows it. */
function* readPages(bytes: Buffer): Generator<Page> {
  for (let start = bytes.indexOf('OggS'); start !== -1; ) {
    const body = start + 27 + (bytes[start + 26] ?? 0)
    const sizes = bytes.subarray(start + 27, body)
    const end = body + sizes.reduce((sum, size) => sum + size, 0)
    const isWhole = end <= bytes.length && start + 27 <= bytes.length && hasRightChecksum(bytes.subarray(start, end))
    if (isWhole) {
      const isFirst = ((bytes[start + 5] ?? 0) & 2) !== 0
      const samples = Number(bytes.readBigInt64LE(start + 6))
      yield { start, sizes, body, end, stream: bytes.readUInt32LE(start + 14), isFirst, samples }
    }
    start = bytes.indexOf('OggS', isWhole ? end : start + 4)
  }
}

/**
 * Empties the second packet of a stream, its comments, and updates the checksums of the pages that hold them.
 *
 * @returns true if the stream is sound whose comments could be found
 */
function clearComments(bytes: Buffer, { pages, headers: [, positions], ended }: Stream): boolean {
  const packet = Buffer.from(positions.map((position) => bytes[position] ?? 0))
  const [signature = ''] = /^(?:\u0003vorbis|OpusTags)/.exec(packet.toString('latin1', 0, 8)) ?? []
  if (signature === '' || ended < 2 || packet.length < signature.length + 8) return false
  // The name of the encoder stays. After it: the number of comments, 0, and for Vorbis the bit that ends them.
  const count = signature.length + 4 + packet.readUInt32LE(signature.length)
  if (count + 4 > packet.length) return false
  packet.fill(0, count)
  if (signature.startsWith('\u0003') && count + 4 < packet.length) packet[count + 4] = 1
  for (const [index, position] of positions.entries()) bytes[position] = packet[index] ?? 0
  const last = positions.at(-1) ?? 0
  for (const { start, end } of pages) {
    if (start <= last) bytes.writeUInt32LE(checksum(bytes.subarray(start, end)), start + 22)
  }
  return true
}

const hasRightChecksum = (page: Buffer) => page.readUInt32LE(22) === checksum(page)

/** The table of a CRC-32 with the polynomial of Ogg, which is not that of zlib. */
const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0)
  return crc
})

/** The checksum of a page, in which the bytes of the checksum itself count as zeros. */
function checksum(page: Buffer): number {
  let crc = 0
  for (let index = 0; index < page.length; index++) {
    const byte = index >= 22 && index < 26 ? 0 : (page[index] ?? 0)
    crc = (crc << 8) ^ (crcTable[((crc >>> 24) ^ byte) & 0xff] ?? 0)
  }
  return crc >>> 0
}
