import type { PictureFormat } from '../newsroom/picture-sizes.ts'
import type { UrlPath } from '../newsroom/url-path.ts'

/** A picture or recording that may be shown. */
export interface Medium {
  /** Where it stands on the site. */
  address: UrlPath
  /** Of pictures: the sizes and formats that it was made in. */
  picture?: { key: string; tint: string; widths: readonly number[]; formats: readonly PictureFormat[] }
  /** In pixels, as it is shown; undefined for recordings. */
  width?: number
  height?: number
  /** Of recordings: how many bytes, and how many seconds they play. */
  bytes?: number
  seconds?: number
}

/**
 * The pictures and recordings that content names, by what was written and where.
 *
 * `path` is the path below content/ of the file that names `source`. Undefined where there is no such medium; a check has
 * told the writer.
 */
export type FindMedium = (path: string, source: string) => Medium | undefined
