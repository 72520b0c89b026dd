/** The formats that pictures are published in. */
export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png'

/** The widths that pages use, in pixels: a card, a phone, a column and a lead, for screens of one and two dots a pixel. */
const widths = [360, 540, 750, 1100, 1664] as const

/** The widths that a picture is published in: none larger than itself. */
export function pictureWidths(width: number): number[] {
  const smaller = widths.filter((size) => size < width)
  return [...smaller, ...(smaller.length < widths.length ? [width] : [])]
}

/** The MIME type of a format. */
export const pictureMimeType = (format: PictureFormat) => (format === 'jpg' ? 'image/jpeg' : `image/${format}`)
