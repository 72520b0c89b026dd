/**
 * Takes out of a recording what programs and recorders write into it beside the sound: who speaks, where, when, with what.
 *
 * The bytes of the sound stay as they are.
 *
 * @param ending of its file, such as `.mp3`
 * @returns the same bytes where there was nothing
 */
export function withoutTags(bytes: Buffer, ending: string): Buffer {
  if (ending === '.mp3') return withoutId3(bytes)
  const copy = Buffer.from(bytes)
  if (ending === '.m4a') emptyBoxes(copy, 0, copy.length)
  else emptyComments(copy)
  return copy.equals(bytes) ? bytes : copy
}

/** Where the tags at the beginning of an mp3 end, of which there may be several. */
export function behindTags(bytes: Buffer): number {
  let at = 0
  while (bytes.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= bytes.length) {
    const size = [6, 7, 8, 9].reduce((sum, byte) => sum * 128 + ((bytes[at + byte] ?? 0) & 0x7f), 0)
    const footer = ((bytes[at + 5] ?? 0) & 0x10) === 0 ? 0 : 10
    at += 10 + size + footer
  }
  return Math.min(at, bytes.length)
}

function withoutId3(bytes: Buffer): Buffer {
  const start = behindTags(bytes)
  let end = bytes.length
  for (let before = -1; before !== end; ) {
    before = end
    if (end - start >= 128 && bytes.toString('latin1', end - 128, end - 125) === 'TAG') end -= 128
    if (end - start >= 32 && bytes.toString('latin1', end - 32, end - 24) === 'APETAGEX') {
      const head = ((bytes[end - 9] ?? 0) & 0x80) === 0 ? 0 : 32
      end = Math.max(start, end - bytes.readUInt32LE(end - 20) - head)
    }
  }
  return start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end)
}

/** The boxes of an m4a that hold boxes which may have to go. */
const holding = new Set(['moov', 'trak', 'mdia', 'moof', 'traf'])
/** How deep they stand in each other where nobody means harm. */
const deepest = 8
/** Those that hold nothing of the sound. */
const beside = new Set(['udta', 'meta', 'uuid'])
/** Those that begin with the times at which they were made and changed. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd'])

/** Makes free space of boxes: their size stays, for others count bytes from the beginning of the file. */
function emptyBoxes(bytes: Buffer, from: number, to: number, depth = 0): void {
  if (depth > deepest) return
  let at = from
  while (at + 8 <= to) {
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const size = short === 0 ? to - at : short === 1 && at + 16 <= to ? Number(bytes.readBigUInt64BE(at + 8)) : short
    const end = at + size
    if (size < head || end > to) return
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (beside.has(type)) {
      bytes.write('free', at + 4, 'latin1')
      bytes.fill(0, at + head, end)
    } else if (dated.has(type)) {
      bytes.fill(0, at + head + 4, Math.min(end, at + head + (bytes[at + head] === 1 ? 20 : 12)))
    } else if (holding.has(type)) {
      emptyBoxes(bytes, at + head, end, depth + 1)
    }
    at = end
  }
}

interface Page {
  start: number
  end: number
}

/** Empties the comments of an ogg, the second packet of its stream, and signs the pages that hold them anew. */
function emptyComments(bytes: Buffer): void {
  const places: number[] = []
  const pages: Page[] = []
  let packet = 0
  let at = 0
  while (packet < 2 && bytes.toString('latin1', at, at + 4) === 'OggS' && at + 27 <= bytes.length) {
    const sizes = bytes.subarray(at + 27, at + 27 + (bytes[at + 26] ?? 0))
    let body = at + 27 + sizes.length
    const end = body + sizes.reduce((sum, size) => sum + size, 0)
    if (end > bytes.length) return
    for (const size of sizes) {
      if (packet === 1) for (let index = 0; index < size; index++) places.push(body + index)
      body += size
      if (size < 255) packet++
    }
    pages.push({ start: at, end })
    at = end
  }
  const text = Buffer.from(places.map((place) => bytes[place] ?? 0))
  const [head = ''] = /^(?:\u0003vorbis|OpusTags)/.exec(text.toString('latin1', 0, 8)) ?? []
  if (head === '' || text.length < head.length + 8) return
  // The name of the encoder stays; behind it, no comments, and for Vorbis the bit that ends them.
  const count = head.length + 4 + text.readUInt32LE(head.length)
  if (count + 4 > text.length) return
  text.fill(0, count)
  if (head.startsWith('\u0003') && count + 4 < text.length) text[count + 4] = 1
  for (const [index, place] of places.entries()) bytes[place] = text[index] ?? 0
  for (const { start, end } of pages) sign(bytes.subarray(start, end))
}

/** Writes the checksum of a page of an ogg. */
function sign(page: Buffer): void {
  page.writeUInt32LE(0, 22)
  let sum = 0
  for (const byte of page) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit++) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0)
  }
  page.writeUInt32LE(sum >>> 0, 22)
}
