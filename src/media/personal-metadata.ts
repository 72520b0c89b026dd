import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { pictureFormats } from './picture-variants.ts'
import { recordingSignatures } from './recording-duration.ts'

/** What the metadata of a file tells of people. */
export type PersonalMetadata = 'who made it' | 'where it was made' | 'what somebody noted'

/** Whether a file is of a kind whose metadata is read. */
export function canHoldMetadata(path: string): boolean {
  const ending = extname(path).toLowerCase()
  return pictureFormats[ending] !== undefined || recordingSignatures[ending] !== undefined
}

/** What the metadata of a picture or a recording tells, each said once. None where it is neither, whatever its name says. */
export async function findPersonalMetadata(file: string): Promise<PersonalMetadata[]> {
  const found = pictureFormats[extname(file).toLowerCase()] === undefined ? inRecording(file) : inPicture(file)
  const traces = new Set(await found.catch((): PersonalMetadata[] => []))
  return (['who made it', 'where it was made', 'what somebody noted'] as const).filter((trace) => traces.has(trace))
}

async function inPicture(file: string): Promise<PersonalMetadata[]> {
  const { default: sharp } = await import('sharp') // late: most builds have no new picture
  const { exif, xmp, iptc, comments = [] } = await sharp(readFileSync(file), { limitInputPixels: false }).metadata()
  const traces: PersonalMetadata[] = exif === undefined ? [] : [...inExif(exif)]
  const said = xmp?.toString('utf8') ?? ''
  if (/dc:creator\b|tiff:Artist|aux:(?:OwnerName|SerialNumber)|PersonInImage|mwg-rs:Name/.test(said))
    traces.push('who made it')
  if (/GPSL(?:at|ong)itude|photoshop:City|Iptc4xmpCore:Location|Location(?:Created|Shown)/.test(said)) {
    traces.push('where it was made')
  }
  if (comments.some(({ keyword }) => /^(?:author|artist|copyright)$/i.test(keyword))) traces.push('who made it')
  if (comments.some(({ keyword }) => /^comment$/i.test(keyword))) traces.push('what somebody noted')
  // By the numbers that the IPTC gave them: by-line and writer; city, place within it, province, country.
  const numbers = [...(iptc?.toString('latin1') ?? '').matchAll(/\x1c\x02([\s\S])(?!\0\0)/g)].map(([, byte = '']) =>
    byte.charCodeAt(0),
  )
  if (numbers.some((number) => [80, 122].includes(number))) traces.push('who made it')
  if (numbers.some((number) => [90, 92, 95, 101].includes(number))) traces.push('where it was made')
  return traces
}

/** Artist, copyright, the computer, its owner, who wrote it by Windows; the owner and the number of a camera. */
const makers = new Set([0x013b, 0x8298, 0x013c, 0x9c9d, 0xa430, 0xa431])
/** Where further entries stand: those of the camera, and those of the place. */
const ofCamera = 0x8769
const ofPlace = 0x8825
/** Latitude. */
const latitude = 2

/** Reads the tables of EXIF. A table that is damaged says nothing. */
function* inExif(exif: Buffer): Generator<PersonalMetadata> {
  const bytes = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif
  const isLittle = bytes.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > bytes.length ? 0 : isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const long = (at: number) => (at + 4 > bytes.length ? 0 : isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const tables: { at: number; kind: number }[] = [{ at: long(4), kind: 0 }]
  // No more than three are read, however they lead to each other.
  for (const { at, kind } of tables) {
    for (let index = 0; index < short(at); index++) {
      const entry = at + 2 + index * 12
      const [tag, count] = [short(entry), long(entry + 4)]
      const value =
        count > 4 ? bytes.subarray(long(entry + 8)).subarray(0, count) : bytes.subarray(entry + 8, entry + 8 + count)
      // Cameras that know no name write spaces.
      if (kind !== ofPlace && makers.has(tag) && value.some((byte) => byte > 32)) yield 'who made it'
      if (kind === ofPlace && tag === latitude) yield 'where it was made'
      if (kind === 0 && (tag === ofCamera || tag === ofPlace) && tables.length < 3)
        tables.push({ at: long(entry + 8), kind: tag })
    }
  }
}

async function inRecording(file: string): Promise<PersonalMetadata[]> {
  const { parseBuffer } = await import('music-metadata') // late: most builds have no new recording
  const bytes = readFileSync(file)
  const { common } = await parseBuffer(bytes, { path: file, size: bytes.length }, { skipCovers: true })
  const { artist, albumartist, composer, copyright, comment, description, lyrics } = common
  const traces: PersonalMetadata[] = []
  if ((artist ?? albumartist ?? composer ?? copyright) !== undefined) traces.push('who made it')
  if ((comment ?? description ?? lyrics) !== undefined) traces.push('what somebody noted')
  // As telephones write it into an m4a, and into all else.
  if (bytes.includes('\xa9xyz', 0, 'latin1') || bytes.includes('location.ISO6709')) traces.push('where it was made')
  return traces
}
