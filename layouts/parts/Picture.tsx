import type { PictureSources } from '../../src/newsroom/picture-sizes.ts'

export interface PictureProps extends PictureSources {
  alt: string
  /** The part that stays visible where the picture is cropped. */
  focus?: string | undefined
}

/** How wide a picture stands on a page, for browsers to choose a size. */
const widths = {
  lead: '(min-width: 56rem) 52rem, 100vw',
  cover: '(min-width: 72rem) 42rem, (min-width: 60rem) 58vw, 100vw',
  section: '(min-width: 60rem) 36rem, 100vw',
  card: '(min-width: 60rem) 27rem, (min-width: 40rem) 45vw, 100vw',
  row: '(min-width: 40rem) 13rem, 6.5rem',
} as const

/** A picture in the sizes and formats that it was made in. */
export function Picture({
  src,
  alt,
  width,
  height,
  srcset,
  sources = [],
  tint,
  focus,
  at,
  eager = false,
}: PictureProps & {
  at: keyof typeof widths
  /** Whether readers see it first. */
  eager?: boolean
}) {
  const sizes = srcset === undefined ? undefined : widths[at]
  const classes = [tint && `tint-${tint}`, focus && `focus-${focus.replaceAll(' ', '-')}`].filter((name) => name)
  const image = (
    <img
      src={src}
      srcset={srcset}
      sizes={sizes}
      alt={alt}
      width={width}
      height={height}
      class={classes.length === 0 ? undefined : classes.join(' ')}
      loading={eager ? undefined : 'lazy'}
      fetchpriority={eager ? 'high' : undefined}
      decoding="async"
    />
  )
  if (sources.length === 0) return image
  return (
    <picture>
      {sources.map((source) => (
        <source type={source.type} srcset={source.srcset} sizes={sizes} />
      ))}
      {image}
    </picture>
  )
}
