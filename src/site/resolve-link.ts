import { posix } from 'node:path'
import { toSitePath } from '../newsroom/link.ts'
import { encodeUrlPath, removeBase, toUrlPath, type UrlPath } from '../newsroom/url-path.ts'

/** The target of a link within the site. */
export interface LinkTarget {
  /** Undefined for a link to a place on the same page. */
  address: UrlPath | undefined
  /** With its `?`. */
  query?: string | undefined
  /** Without its `#`. */
  anchor: string | undefined
}

/** Everything that content can link to. */
export interface LinkMap {
  /** The site's own URL; absolute links to what is below it are links within the site. */
  site: string
  /** The folder of its host that the site stands in, such as `/outlet`; empty at the root of the host. */
  base: string
  /** The addresses of other programs below that URL, such as a shop. */
  otherPrograms: readonly string[]
  /** The address of each file of content, by its path below content/. */
  byPath: ReadonlyMap<string, UrlPath>
  /** The addresses and paths of unpublished content; links to them are left out. */
  unpublished: ReadonlySet<string>
  /** The addresses of all content, to tell a folder of the site from a base of the same name. */
  addresses: ReadonlySet<string>
}

/**
 * Finds the target of a link within the site: an address, the path of a file of content relative to the file with the link, or a place
 * on the same page.
 *
 * @param from the path below content/ of the file with the link
 * @returns undefined for a link without a target, `elsewhere` for one that leaves the site or leads to another program, `unpublished`
 *   for one that must not be shown yet
 */
export function findTarget(
  target: string,
  from: string,
  map: LinkMap,
): LinkTarget | 'elsewhere' | 'unpublished' | undefined {
  const { unpublished } = map
  const inside = pathWithinSite(target, map)
  if (isExternal(inside) || map.otherPrograms.some((folder) => `${inside}/`.startsWith(folder))) return 'elsewhere'
  const [written = '', fragment] = split(inside)
  const anchor = fragment === undefined ? undefined : decode(fragment)
  if (written === '') return anchor === undefined ? undefined : { address: undefined, anchor }
  if (written.startsWith('/') && plainPath.test(written)) {
    const address = (written.endsWith('/') ? written : `${written}/`) as UrlPath
    return unpublished.has(address) ? 'unpublished' : { address, anchor }
  }
  const [query] = /\?.*$/.exec(written) ?? []
  const plain = decode(written.replace(/\?.*$/, ''))
  if (plain.startsWith('/')) {
    const address = toAddressOrUndefined(plain)
    if (address === undefined) return undefined
    return unpublished.has(address) ? 'unpublished' : { address, query, anchor }
  }
  const path = posix.normalize(posix.join(posix.dirname(from), plain))
  for (const candidate of [
    path,
    path.replace(/\/$/, ''),
    `${path.replace(/\/$/, '')}/index.md`,
    `${path.replace(/\/$/, '')}.md`,
  ]) {
    if (unpublished.has(candidate)) return 'unpublished'
    const address = map.byPath.get(candidate)
    if (address !== undefined) return { address, query, anchor }
  }
  return undefined
}

/**
 * Returns a link to a page of the site as a path within the site, written as any of `/news/flood/`, `/outlet/news/flood/` and
 * `https://example.org/outlet/news/flood/`. Other links stay.
 */
export function pathWithinSite(target: string, map: LinkMap): string {
  const { site, base } = map
  if (base === '' || !target.startsWith(base)) return toSitePath(target, site)
  // A site at example.org/news/ may have stories at /news/flood/.
  const isAddress = map.addresses.has(decode(target.replace(/[?#].*$/, '').replace(/\/?$/, '/')))
  return isAddress ? target : (removeBase(target, base) ?? target)
}

/** True for a link with a scheme or a host: to another site, or to a program such as the reader's mail. */
export function isExternal(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)
}

/** Returns the `href` of a link in front matter or site.yml; undefined if the link must be left out. */
export function linkHref(written: string, from: string, map: LinkMap): string | undefined {
  const target = findTarget(written, from, map)
  if (target === 'elsewhere') return isExternal(written) ? written : pathWithinSite(written, map)
  return target === undefined || target === 'unpublished' ? undefined : targetHref(target)
}

/** Returns the `href` of a target. */
export function targetHref({ address, query = '', anchor }: LinkTarget): string {
  if (address === undefined) return `#${encodeURIComponent(anchor ?? '')}`
  const fragment = anchor === undefined || anchor === '' ? '' : `#${encodeURIComponent(anchor)}`
  return encodeUrlPath(address) + query + fragment
}

/** A path that needs no decoding or normalizing: most links of an archive. */
const plainPath = /^(?:\/[\w-]+)+\/?$/

const split = (target: string) => {
  const at = target.indexOf('#')
  return at === -1 ? [target] : [target.slice(0, at), target.slice(at + 1)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function toAddressOrUndefined(plain: string): UrlPath | undefined {
  if (plain.includes('\\') || plain.includes('//') || plain.split('/').includes('..')) return undefined
  return toUrlPath(encodeURI(plain))
}
