import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Finding } from '../problems/problem.ts'
import type { StaticFile } from '../site/static-file.ts'
import { explainExtension, explainPictureFault } from './explain-media-fault.ts'
import type { FileFactsCache } from './file-facts-cache.ts'
import { pictureFormats } from './media-formats.ts'
import type { MediaOptions } from './media-options.ts'
import { createPictureVariants, findPictureVariants, type PictureVariants } from './picture-variants.ts'
import type { PreparedMediaItem } from './prepared-media-item.ts'

/**
 * Creates the variants of a picture, or finds them in the cache.
 *
 * @param source the name of the file as it is written in the content, for problems
 * @returns the picture, or the problem that keeps it from being published
 */
export async function preparePicture(
  file: string,
  source: string,
  { cache, usesImageCdn }: MediaOptions,
  facts: FileFactsCache<PictureVariants>,
): Promise<PreparedMediaItem | Finding> {
  const extension = extname(file).toLowerCase()
  const format = pictureFormats[extension]
  if (format === undefined) return explainExtension(source, extension, 'jpg, png, webp, avif or gif')
  let picture = facts.get(file)
  let paths = picture && findPictureVariants(picture, cache)
  if (picture === undefined || paths === undefined) {
    const variants = await createPictureVariants(readFileSync(file), extension, cache, usesImageCdn)
    if ('reason' in variants) return explainPictureFault(variants, source, format)
    picture = variants
    facts.put(file, picture)
    paths = findPictureVariants(picture, cache)
  }
  const { key, width, height, files: hashes } = picture
  const files = [...(paths ?? [])].map(
    ([name, from]): StaticFile => ({ url: variantUrl(key, name), from, hash: hashes[name] }),
  )
  const fallback = files.at(-1)
  if (fallback === undefined) return explainPictureFault({ reason: 'broken' }, source, format)
  return { address: fallback.url, width, height, picture, files }
}

/**
 * The URL of a variant: `/media/<key>-750.avif` for `750.avif`, and `/media/<key>.gif` for the `gif` of an animation.
 */
const variantUrl = (key: string, name: string) => `/media/${key}${name.includes('.') ? '-' : '.'}${name}` as UrlPath
