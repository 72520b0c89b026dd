import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Metadata, Sharp } from 'sharp'
import { writeAtomically } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { type PictureFormat, pictureWidths } from '../newsroom/picture-sizes.ts'

/** The formats of pictures that are read, by the endings of their files. */
export const pictureFormats: Readonly<Record<string, 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'>> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.avif': 'avif',
  '.gif': 'gif',
}

/** The largest picture that is read: a camera's file, and no poster. */
const largestPicture = { bytes: 30 * 1024 * 1024, pixels: 80_000_000 }

/** Changes whenever pictures are written in another way, or in other widths. */
export const recipe = ['2', ...pictureWidths(Number.POSITIVE_INFINITY)].join(' ')

/** A picture as it was made ready: every size in every format, without metadata. */
export interface PictureVariants {
  /** The name that its files begin with, made of its bytes. */
  key: string
  /** In pixels, as it is shown. */
  width: number
  height: number
  /** Its prevailing color, as three digits from 0 to 3 for red, green and blue. */
  tint: string
  /** The widths that it was made in, in pixels, the smallest first. Empty for one that moves, which is kept as it is. */
  widths: number[]
  /** The formats that it was made in, the best first; the last is one that every browser shows. */
  formats: PictureFormat[]
  /** The files by their name, without the key: each with the hash of its bytes. */
  files: Record<string, string>
}

/** Why a picture cannot be made ready. */
export type PictureFault =
  | { reason: 'another-format'; found: string }
  | { reason: 'no-picture' }
  | { reason: 'broken' }
  | { reason: 'too-large'; size: string }

/** What the first bytes of pictures are. */
const beginning = /^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp)/

/**
 * Makes a picture ready for every screen, or finds it made ready. A picture is always written again: a photo's metadata can hold the
 * place where it was taken.
 *
 * @param ending the ending of its file, with the dot
 * @param folder where pictures are kept between builds
 * @param largestOnly whether others make the sizes of it
 */
export async function createPictureVariants(
  bytes: Buffer,
  ending: string,
  folder: string,
  largestOnly: boolean,
): Promise<PictureVariants | PictureFault> {
  if (bytes.length > largestPicture.bytes) return { reason: 'too-large', size: `${(bytes.length / 1e6).toFixed(0)} MB` }
  const format = pictureFormats[ending]
  const { default: sharp } = await import('sharp') // late: most builds have no new picture
  const key = hash128(recipe, largestOnly ? 'largest' : '', ending, bytes).slice(0, 20)
  const home = join(folder, key.slice(0, 2), key)
  let metadata: Metadata
  try {
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    return { reason: beginning.test(bytes.toString('latin1', 0, 12)) ? 'broken' : 'no-picture' }
  }
  const found = metadata.format !== 'heif' ? metadata.format : metadata.compression === 'av1' ? 'avif' : 'heic'
  if (found !== format) return { reason: 'another-format', found }
  const pixels = metadata.width * metadata.height
  if (pixels > largestPicture.pixels) return { reason: 'too-large', size: `${(pixels / 1e6).toFixed(0)} megapixels` }
  try {
    const moves = (metadata.pages ?? 1) > 1
    const upright = sharp(bytes, { animated: moves }).autoOrient()
    const turned = (metadata.orientation ?? 1) > 4
    const width = turned ? metadata.height : metadata.width
    const height = turned ? metadata.width : (metadata.pageHeight ?? metadata.height)
    const tint = await averageColor(sharp(bytes))
    // Its files stay: another build may be writing the same ones.
    if (existsSync(home) && !statSync(home).isDirectory()) rmSync(home)
    const files: Record<string, string> = {}
    const write = async (name: string, image: Sharp) => {
      const data = await image.toBuffer()
      writeAtomically(join(home, name), data)
      files[name] = hash128(data)
    }
    if (moves) {
      await write(ending.slice(1), upright.toFormat(format === 'gif' ? 'gif' : 'webp'))
      return { key, width, height, tint, widths: [], formats: [], files }
    }
    const plain = metadata.hasAlpha === true ? 'png' : 'jpg'
    const widths = largestOnly ? pictureWidths(width).slice(-1) : pictureWidths(width)
    const formats: PictureFormat[] = largestOnly ? [plain] : ['avif', 'webp', plain]
    for (const size of widths) {
      const resized = await upright.clone().resize({ width: size }).toBuffer()
      await Promise.all(formats.map((format) => write(`${size}.${format}`, written(sharp(resized), format))))
    }
    // In the order of sizes and formats, and not of which was written first: the last one is the largest that every browser shows.
    const names = widths.flatMap((size) => formats.map((format) => `${size}.${format}`))
    const ordered = Object.fromEntries(names.map((name) => [name, files[name] ?? '']))
    return { key, width, height, tint, widths, formats, files: ordered }
  } catch {
    return { reason: 'broken' }
  }
}

/** The files of a picture that was made ready; undefined where one of them is gone. */
export function cachedPictureFiles({ key, files }: PictureVariants, folder: string): Map<string, string> | undefined {
  const home = join(folder, key.slice(0, 2), key)
  let there: Set<string>
  try {
    there = new Set(readdirSync(home))
  } catch {
    return undefined
  }
  const names = Object.keys(files)
  return names.every((name) => there.has(name)) ? new Map(names.map((name) => [name, join(home, name)])) : undefined
}

function written(image: Sharp, format: PictureFormat): Sharp {
  switch (format) {
    case 'avif':
      return image.avif({ quality: 50, effort: 2 })
    case 'webp':
      return image.webp({ quality: 74, effort: 3 })
    case 'jpg':
      return image.jpeg({ quality: 76, progressive: true, mozjpeg: true })
    case 'png':
      return image.png({ palette: true, effort: 4 })
  }
}

/** The prevailing color, coarse: it holds the place of the picture until that is there. */
async function averageColor(image: Sharp): Promise<string> {
  const { data } = await image
    .flatten({ background: '#ffffff' })
    .toColorspace('srgb')
    .resize(1, 1, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [0, 1, 2].map((channel) => Math.round((data[channel] ?? data[0] ?? 0) / 85)).join('')
}
