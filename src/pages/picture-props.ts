import type { Photo } from '../newsroom/photo.ts'
import type { PictureProps } from '../newsroom/picture-attributes.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { pictureSources } from '../site/picture-sources.ts'
import type { PageContext } from './page-context.ts'

/**
 * Returns the props of a photo of front matter; undefined if there is none, or its file is missing.
 *
 * @param path the path below content/ of the file that names the photo
 */
export function pictureProps(
  photo: Photo | undefined,
  path: string | undefined,
  { findMediaItem, outlet }: Pick<PageContext, 'findMediaItem' | 'outlet'>,
): PictureProps | undefined {
  if (photo === undefined || path === undefined) return undefined
  const item = findMediaItem(path, photo.src)
  if (item === undefined) return undefined
  return { ...pictureSources(item, outlet, encodeUrlPath), alt: photo.alt, focus: photo.focus }
}
