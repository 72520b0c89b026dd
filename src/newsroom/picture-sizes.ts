/** The formats of published pictures. */
export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png'

/** The widths that pages use, in pixels: a card, a phone, a column and a lead picture, on screens of normal and double density. */
const widths = [360, 540, 750, 1100, 1664] as const

/** Returns the widths in which a picture is published: none is larger than the picture. */
export function pictureWidths(width: number): number[] {
  const smaller = widths.filter((size) => size < width)
  return [...smaller, ...(smaller.length < widths.length ? [width] : [])]
}

/** Returns the MIME type of a format. */
export const pictureMimeType = (format: PictureFormat) => (format === 'jpg' ? 'image/jpeg' : `image/${format}`)

/** A picture as markup names it: one address for feeds and old browsers, and a choice of sizes for all others. */
export interface PictureSources {
  src: string
  /** In pixels, of the whole picture. */
  width?: number | undefined
  height?: number | undefined
  /** The sizes in `src`'s format. */
  srcset?: string | undefined
  /** The sizes in better formats, the best first. */
  sources?: { type: string; srcset: string }[] | undefined
  /** Its prevailing color, as three digits from 0 to 3. */
  tint?: string | undefined
}
