import { transformUrl } from 'unpic'
import type { Outlet } from '../newsroom/outlet.ts'
import { type PictureFormat, type PictureSources, pictureMimeType, pictureWidths } from '../newsroom/picture-sizes.ts'
import { basePath, encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import type { MediaItem } from './media-item.ts'

/** The width of the picture for feeds and old browsers, which choose no size, in pixels. */
const fallbackWidth = 1100

/**
 * Returns the addresses of a picture in all its sizes and formats.
 *
 * @param fileUrl writes an address: within the site, or absolute
 */
export function pictureSources(
  { address, width, height, picture }: MediaItem,
  { images: { cdn }, url }: Pick<Outlet, 'images' | 'url'>,
  fileUrl: (address: UrlPath) => string,
): PictureSources {
  const whole = { src: fileUrl(address), width, height, tint: picture?.tint }
  if (picture === undefined || picture.widths.length === 0) return whole
  const { key, formats } = picture
  const widths = cdn === undefined || width === undefined ? picture.widths : pictureWidths(width)
  const best = widths.find((size) => size >= fallbackWidth) ?? widths.at(-1) ?? fallbackWidth
  const srcset = (addressFor: (size: number) => UrlPath) =>
    widths.map((size) => `${fileUrl(addressFor(size))} ${size}w`).join(', ')
  if (cdn !== undefined) {
    const base = basePath(url)
    // The image service answers at the root of the host, and its addresses are not below the base.
    const sizeUrl = (size: number) =>
      base === ''
        ? fileUrl(cdnAddress(address, size, cdn))
        : new URL(encodeUrlPath(cdnAddress(`${base}${address}` as UrlPath, size, cdn)), url).href
    return { ...whole, src: sizeUrl(best), srcset: widths.map((size) => `${sizeUrl(size)} ${size}w`).join(', ') }
  }
  const variant = (format: PictureFormat) => (size: number) => `/media/${key}-${size}.${format}` as UrlPath
  const fallback = variant(formats.at(-1) ?? 'jpg')
  return {
    ...whole,
    src: fileUrl(fallback(best)),
    srcset: srcset(fallback),
    sources: formats.slice(0, -1).map((format) => ({ type: pictureMimeType(format), srcset: srcset(variant(format)) })),
  }
}

/** The address at which the host's image service returns a size of a picture, in the best format that the browser accepts. */
function cdnAddress(address: UrlPath, width: number, provider: NonNullable<Outlet['images']['cdn']>): UrlPath {
  const options = provider === 'cloudflare' ? { url: address, width, format: 'auto' } : { url: address, width }
  return String(transformUrl({ ...options, provider, height: undefined, quality: undefined } as never)) as UrlPath
}
