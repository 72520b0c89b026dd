import type { PictureFormat } from '../newsroom/picture-sizes.ts'
import type { UrlPath } from '../newsroom/url-path.ts'

/** A picture or a recording of the site. */
export interface MediaItem {
  address: UrlPath
  /** The variants of a picture. */
  picture?: { key: string; tint: string; widths: readonly number[]; formats: readonly PictureFormat[] }
  /** In pixels, after rotation; undefined for recordings. */
  width?: number
  height?: number
  /** The size of a recording in bytes. */
  bytes?: number
  /** The duration of a recording. */
  seconds?: number
}

/**
 * Finds the picture or recording that a file of content names.
 *
 * @param path the path below content/ of the file that names it
 * @param source the name as it is written
 * @returns undefined if there is none, which a check reports
 */
export type FindMediaItem = (path: string, source: string) => MediaItem | undefined
