import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { findInExif } from './exif.ts'
import { pictureFormats, recordingSignatures } from './media-formats.ts'

const descriptions = { person: 'who made it', place: 'where it was made', note: 'what somebody noted' } as const
type Subject = keyof typeof descriptions

/** What metadata discloses about people, as a problem words it. */
export type PersonalMetadata = (typeof descriptions)[Subject]

/** True for the name of a picture or a recording, whose metadata can be read. */
export function canHoldMetadata(path: string): boolean {
  const extension = extname(path).toLowerCase()
  return pictureFormats[extension] !== undefined || recordingSignatures[extension] !== undefined
}

/** Reads what the metadata of a picture or recording discloses; nothing if the file is not what its name says. */
export async function findPersonalMetadata(path: string): Promise<PersonalMetadata[]> {
  const find = pictureFormats[extname(path).toLowerCase()] === undefined ? findInRecording : findInPicture
  const subjects = new Set(await find(path).catch((): Subject[] => []))
  return (['person', 'place', 'note'] as const)
    .filter((subject) => subjects.has(subject))
    .map((subject) => descriptions[subject])
}

async function findInPicture(path: string): Promise<Subject[]> {
  const { default: sharp } = await import('sharp') // late: most builds have no new picture
  const { exif, xmp, iptc, comments = [] } = await sharp(readFileSync(path), { limitInputPixels: false }).metadata()
  const subjects: Subject[] = exif === undefined ? [] : [...findInExif(exif)]
  const xml = xmp?.toString('utf8') ?? ''
  if (/dc:creator\b|tiff:Artist|aux:(?:OwnerName|SerialNumber)|PersonInImage|mwg-rs:Name/.test(xml)) {
    subjects.push('person')
  }
  if (/GPSL(?:at|ong)itude|photoshop:City|Iptc4xmpCore:Location|Location(?:Created|Shown)/.test(xml)) {
    subjects.push('place')
  }
  if (comments.some(({ keyword }) => /^(?:author|artist|copyright)$/i.test(keyword))) subjects.push('person')
  if (comments.some(({ keyword }) => /^comment$/i.test(keyword))) subjects.push('note')
  // The data sets of IPTC that are not empty: 80 by-line, 122 writer; 90 city, 92 sublocation, 95 province, 101
  // country.
  const dataSets = [...(iptc?.toString('latin1') ?? '').matchAll(/\x1c\x02([\s\S])(?!\0\0)/g)].map(([, byte = '']) =>
    byte.charCodeAt(0),
  )
  if (dataSets.some((dataSet) => [80, 122].includes(dataSet))) subjects.push('person')
  if (dataSets.some((dataSet) => [90, 92, 95, 101].includes(dataSet))) subjects.push('place')
  return subjects
}

async function findInRecording(path: string): Promise<Subject[]> {
  const { parseBuffer } = await import('music-metadata') // late: most builds have no new recording
  const bytes = readFileSync(path)
  const { common } = await parseBuffer(bytes, { path, size: bytes.length }, { skipCovers: true })
  const { artist, albumartist, composer, copyright, comment, description, lyrics } = common
  const subjects: Subject[] = []
  if ((artist ?? albumartist ?? composer ?? copyright) !== undefined) subjects.push('person')
  if ((comment ?? description ?? lyrics) !== undefined) subjects.push('note')
  // The forms in which phones write the place into an m4a, and into other formats.
  if (bytes.includes('\xa9xyz', 0, 'latin1') || bytes.includes('location.ISO6709')) subjects.push('place')
  return subjects
}
