/**
 * An address within the site. It starts with a slash and has no percent-encoding. If it ends in a slash it is a page, otherwise a file.
 */
export type UrlPath = `/${string}`

/** The name of every feed's file. */
const feedFile = 'feed.xml'

/** First parts of an address that belong to Lampstand, to hosts or to the web itself. */
const reserved = new Set([
  'assets',
  'media',
  '_redirects',
  '_headers',
  '404.html',
  'robots.txt',
  'sitemap.xml',
  feedFile,
])

/**
 * Describes what is wrong with an address that a writer gave; undefined if nothing is.
 *
 * An address may not climb (`../`), hide (`.well-known`, any part that begins with a dot), carry a query, or take a
 * place that is reserved.
 */
export function urlPathFault(text: string): string | undefined {
  if (!text.startsWith('/')) return 'it does not begin with a slash'
  if (text.startsWith('//')) return 'it names another site'
  let plain: string
  try {
    plain = decodeURIComponent(text)
  } catch {
    return 'its percent signs do not stand for characters'
  }
  if (/[\u0000-\u001f\u007f\\<>"'`|*:{}]/.test(plain)) return 'it holds a character that no file can have'
  if (/[?#]/.test(plain)) return 'a static site cannot tell pages apart by what stands behind `?` or `#`'
  const parts = plain.split('/').slice(1)
  if (parts.at(-1) === '') parts.pop()
  if (parts.some((part) => part === '')) return 'it holds two slashes in a row'
  if (parts.some((part) => part === '..' || part === '.')) return 'it climbs out of its folder'
  if (parts.some((part) => part.startsWith('.'))) return 'it hides in a folder that begins with a dot'
  if (parts.some((part) => /[. ]$|^ /.test(part))) return 'a part of it begins or ends with a space or a dot'
  if (parts.some((part) => Buffer.byteLength(part) > 200)) return 'a part of it is longer than 200 bytes'
  if (parts[0] !== undefined && reserved.has(parts[0].toLowerCase())) return 'that place belongs to the press'
  return undefined
}

/** Decodes an address in which `urlPathFault` finds nothing wrong, and adds a slash at its end unless it names a file. */
export function toUrlPath(text: string): UrlPath {
  const plain = decodeURIComponent(text).normalize('NFC')
  const last = plain.slice(plain.lastIndexOf('/') + 1)
  return (last === '' || last.includes('.') ? plain : `${plain}/`) as UrlPath
}

/** Returns the file of an address below the output folder: `news/index.html` for `/news/`. */
export function outputFile(address: UrlPath): string {
  return address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1)
}

/** Percent-encodes an address, for HTML and XML. */
export function encodeUrlPath(address: UrlPath): string {
  if (!/[^\w/.-]/.test(address)) return address
  return encodeURI(address).replace(/[?#]/g, encodeURIComponent)
}

/**
 * The base of a site: the folder of its host that it stands in, `/outlet` for `https://example.org/outlet`; empty at the
 * root of the host.
 */
export function basePath(siteUrl: string): string {
  return siteUrl.replace(/^https?:\/\/[^/]*/i, '')
}

/**
 * True for a folder of a host that a site can stand in, and for the root. Servers, style sheets and scripts read its letters as they
 * are.
 */
export const isBase = (base: string): boolean =>
  /^(?:\/[a-z0-9_~-][a-z0-9._~-]*)*$/i.test(base) && !/\.html?$/i.test(base)

/**
 * Takes the base from the front of a path on the host: `/outlet/news/#top` → `/news/#top`.
 *
 * @returns undefined for a path outside of the base
 */
export function removeBase(path: string, base: string): string | undefined {
  if (base === '') return path
  const rest = path.slice(base.length)
  if (!path.startsWith(base) || !/^(?:$|[/?#])/.test(rest)) return undefined
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Returns an address with the site's URL before it, for feeds and e-mails. */
export function absoluteUrl(siteUrl: string, address: UrlPath): string {
  return siteUrl + encodeUrlPath(address)
}

/** Returns an `href` with the site's URL before it, unless it is a URL already. */
export function absoluteHref(siteUrl: string, href: string): string {
  return href.startsWith('/') ? siteUrl + href : href
}

/** Matches files that editors and desktops leave beside others. */
const leftovers = /~$|^#.*#$|\.(?:swp|swo|bak|orig|rej|tmp)$|^(?:Thumbs\.db|desktop\.ini)$/i

/** Hidden names that hosts look for. */
const publishedHiddenNames: ReadonlySet<string> = new Set(['.well-known', '.htaccess', '.nojekyll'])

/** True if a file or folder of public/ is published: hidden files and leftovers of editors are not. */
export const isPublishedName = (name: string): boolean =>
  publishedHiddenNames.has(name) || !(name.startsWith('.') || leftovers.test(name))

/** The address of a page's feed: `/tags/water/` has `/tags/water/feed.xml`. */
export const feedAddress = (page: UrlPath): UrlPath => `${page}${feedFile}`
