import { transformUrl } from 'unpic'
import type { Outlet } from '../newsroom/outlet.ts'
import { type PictureFormat, type PictureSources, pictureMimeType, pictureWidths } from '../newsroom/picture-sizes.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Medium } from './medium.ts'

/** The width of the one address that feeds and old browsers get, in pixels. */
const plainWidth = 1100

/**
 * The addresses of a picture.
 *
 * @param toSource how an address is written where the picture stands
 */
export function pictureSources(
  { address, width, height, picture }: Medium,
  { cdn }: Outlet['images'],
  toSource: (address: UrlPath) => string,
): PictureSources {
  const whole = { src: toSource(address), width, height, tint: picture?.tint }
  if (picture === undefined || picture.widths.length === 0) return whole
  const { key, formats } = picture
  const widths = cdn === undefined || width === undefined ? picture.widths : pictureWidths(width)
  const best = widths.find((size) => size >= plainWidth) ?? widths.at(-1) ?? plainWidth
  const srcset = (at: (size: number) => UrlPath) => widths.map((size) => `${toSource(at(size))} ${size}w`).join(', ')
  if (cdn !== undefined) {
    const at = (size: number) => fromCdn(address, size, cdn)
    return { ...whole, src: toSource(at(best)), srcset: srcset(at) }
  }
  const made = (format: PictureFormat) => (size: number) => `/media/${key}-${size}.${format}` as UrlPath
  const plain = made(formats.at(-1) ?? 'jpg')
  return {
    ...whole,
    src: toSource(plain(best)),
    srcset: srcset(plain),
    sources: formats.slice(0, -1).map((format) => ({ type: pictureMimeType(format), srcset: srcset(made(format)) })),
  }
}

/** Where the image service of the host makes a size of a picture, in the best format that the browser takes. */
function fromCdn(address: UrlPath, width: number, provider: NonNullable<Outlet['images']['cdn']>): UrlPath {
  const options = provider === 'cloudflare' ? { url: address, width, format: 'auto' } : { url: address, width }
  return String(transformUrl({ ...options, provider, height: undefined, quality: undefined } as never)) as UrlPath
}
