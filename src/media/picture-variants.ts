import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Metadata, Sharp } from 'sharp'
import { writeAtomically } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { type PictureFormat, pictureWidths } from '../newsroom/picture-sizes.ts'
import { pictureFormats } from './media-formats.ts'

/** The limits of a picture: a camera's file fits, a poster does not. */
const limits = { bytes: 30 * 1024 * 1024, pixels: 80_000_000 }

/** The version of the variants: change its number whenever pictures are encoded in another way. */
export const variantsVersion = ['2', ...pictureWidths(Number.POSITIVE_INFINITY)].join(' ')

/** A picture in every size and format, without metadata. */
export interface PictureVariants {
  /** The beginning of the names of its files, a hash of its bytes. */
  key: string
  /** In pixels, after rotation. */
  width: number
  height: number
  /** Its average color, as three digits from 0 to 3 for red, green and blue. */
  tint: string
  /** In pixels, the smallest first. Empty for an animation, which keeps its size and format. */
  widths: number[]
  /** The best format first; the last is one that every browser shows. */
  formats: PictureFormat[]
  /** The hash of each file, by its name without the key. */
  files: Record<string, string>
}

/** The reason why a picture cannot be published. */
export type PictureFault =
  | { reason: 'another-format'; format: string }
  | { reason: 'no-picture' }
  | { reason: 'broken' }
  | { reason: 'too-large'; size: string }

/** The first bytes of pictures. */
const signature = /^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp)/

/**
 * Writes a picture in every size and format. It is always encoded again, because the metadata of a photo can hold the
 * place where it was taken.
 *
 * @param extension of the picture's file, such as `.jpg`
 * @param folder the cache of variants between builds
 * @param largestOnly true if an image service resizes pictures, which then needs the largest alone
 */
export async function createPictureVariants(
  bytes: Buffer,
  extension: string,
  folder: string,
  largestOnly: boolean,
): Promise<PictureVariants | PictureFault> {
  const metadata = await readMetadata(bytes, extension)
  if ('reason' in metadata) return metadata
  const { default: sharp } = await import('sharp') // late: most builds have no new picture
  const key = hash128(variantsVersion, largestOnly ? 'largest' : '', extension, bytes).slice(0, 20)
  const pictureFolder = variantsFolder(folder, key)
  try {
    const isAnimated = (metadata.pages ?? 1) > 1
    const upright = sharp(bytes, { animated: isAnimated }).autoOrient()
    const isTurned = (metadata.orientation ?? 1) > 4
    const width = isTurned ? metadata.height : metadata.width
    const height = isTurned ? metadata.width : (metadata.pageHeight ?? metadata.height)
    const tint = await averageColor(sharp(bytes))
    // Files in the folder stay: another build may be writing the same ones.
    if (existsSync(pictureFolder) && !statSync(pictureFolder).isDirectory()) rmSync(pictureFolder)
    const files: Record<string, string> = {}
    const write = async (name: string, image: Sharp) => {
      const data = await image.toBuffer()
      writeAtomically(join(pictureFolder, name), data)
      files[name] = hash128(data)
    }
    if (isAnimated) {
      await write(extension.slice(1), upright.toFormat(metadata.format === 'gif' ? 'gif' : 'webp'))
      return { key, width, height, tint, widths: [], formats: [], files }
    }
    const fallback = metadata.hasAlpha === true ? 'png' : 'jpg'
    const widths = largestOnly ? pictureWidths(width).slice(-1) : pictureWidths(width)
    const formats: PictureFormat[] = largestOnly ? [fallback] : ['avif', 'webp', fallback]
    for (const size of widths) {
      const resized = await upright.clone().resize({ width: size }).toBuffer()
      await Promise.all(formats.map((format) => write(`${size}.${format}`, encode(sharp(resized), format))))
    }
    // In the order of sizes and formats, whichever was written first: the last file is the largest that every browser
    // shows.
    const names = widths.flatMap((size) => formats.map((format) => `${size}.${format}`))
    const ordered = Object.fromEntries(names.map((name) => [name, files[name] ?? '']))
    return { key, width, height, tint, widths, formats, files: ordered }
  } catch {
    return { reason: 'broken' }
  }
}

/** Returns the paths of a picture's variants by name; undefined if one of them is gone from the cache. */
export function findPictureVariants({ key, files }: PictureVariants, folder: string): Map<string, string> | undefined {
  const pictureFolder = variantsFolder(folder, key)
  let existing: Set<string>
  try {
    existing = new Set(readdirSync(pictureFolder))
  } catch {
    return undefined
  }
  const names = Object.keys(files)
  if (!names.every((name) => existing.has(name))) return undefined
  return new Map(names.map((name) => [name, join(pictureFolder, name)]))
}

const variantsFolder = (folder: string, key: string) => join(folder, key.slice(0, 2), key)

async function readMetadata(bytes: Buffer, extension: string): Promise<Metadata | PictureFault> {
  if (bytes.length > limits.bytes) return { reason: 'too-large', size: `${(bytes.length / 1e6).toFixed(0)} MB` }
  const { default: sharp } = await import('sharp') // late: most builds have no new picture
  let metadata: Metadata
  try {
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    return { reason: signature.test(bytes.toString('latin1', 0, 12)) ? 'broken' : 'no-picture' }
  }
  const format = metadata.format !== 'heif' ? metadata.format : metadata.compression === 'av1' ? 'avif' : 'heic'
  if (format !== pictureFormats[extension]) return { reason: 'another-format', format }
  const pixels = metadata.width * metadata.height
  if (pixels > limits.pixels) return { reason: 'too-large', size: `${(pixels / 1e6).toFixed(0)} megapixels` }
  return metadata
}

function encode(image: Sharp, format: PictureFormat): Sharp {
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

/** The average color, coarse: it fills the place of the picture until that is loaded. */
async function averageColor(image: Sharp): Promise<string> {
  const { data } = await image
    .flatten({ background: '#ffffff' })
    .toColorspace('srgb')
    .resize(1, 1, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return [0, 1, 2].map((channel) => Math.round((data[channel] ?? data[0] ?? 0) / 85)).join('')
}
