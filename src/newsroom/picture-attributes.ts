import type { PictureSources } from './picture-sizes.ts'

/** A picture of a page. */
export interface PictureProps extends PictureSources {
  alt: string
  /** The part that stays visible where the picture is cropped. */
  focus?: string | undefined
}

/** The widths at which pages show pictures, from which browsers choose a size: the `sizes` attribute by the position on the page. */
const sizesByPosition = {
  lead: '(min-width: 56rem) 52rem, 100vw',
  cover: '(min-width: 72rem) 42rem, (min-width: 60rem) 58vw, 100vw',
  section: '(min-width: 60rem) 36rem, 100vw',
  card: '(min-width: 60rem) 27rem, (min-width: 40rem) 45vw, 100vw',
  row: '(min-width: 40rem) 13rem, 6.5rem',
  text: '(min-width: 40rem) 38rem, 100vw',
} as const

/** The position of a picture on a page. */
export type PicturePosition = keyof typeof sizesByPosition

/**
 * Returns the attributes of a picture: those of its `<img>`, and of a `<source>` for each better format, best first.
 *
 * @param eager true for a picture at the top of a page, which browsers load at once
 */
export function pictureAttributes(
  { src, alt, width, height, srcset, sources = [], tint, focus }: PictureProps,
  position: PicturePosition,
  eager = false,
) {
  const sizes = srcset === undefined ? undefined : sizesByPosition[position]
  const classes = [tint && `tint-${tint}`, focus && `focus-${focus.replaceAll(' ', '-')}`].filter((name) => name)
  return {
    img: {
      src,
      srcset,
      sizes,
      alt,
      width,
      height,
      class: classes.length === 0 ? undefined : classes.join(' '),
      loading: eager ? undefined : ('lazy' as const),
      fetchpriority: eager ? ('high' as const) : undefined,
      decoding: 'async' as const,
    },
    sources: sources.map((source) => ({ type: source.type, srcset: source.srcset, sizes })),
  }
}
