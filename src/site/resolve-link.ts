import { posix } from 'node:path'
import { toSitePath } from '../newsroom/link.ts'
import { encodeUrlPath, toUrlPath, type UrlPath } from '../newsroom/url-path.ts'

/** What a link within the site leads to. */
export interface LinkTarget {
  /** Undefined for a link to a place on the same page. */
  address: UrlPath | undefined
  /** With its `?`. */
  query?: string | undefined
  /** Without its `#`. */
  anchor: string | undefined
}

/** Where things stand, by what a writer may link to. */
export interface LinkMap {
  /** Where the site stands: what leads to its host leads within it. */
  site: string
  /** What is below these addresses is another program's. */
  otherPrograms: readonly string[]
  /** The addresses of the files of content, by their path below content/. */
  byPath: ReadonlyMap<string, UrlPath>
  /** Addresses and paths whose story is not published; links to them are left out. */
  unpublished: ReadonlySet<string>
}

/**
 * Finds what a link means within the site: an address, a path to a file of content from the file that links, or a place on the
 * same page.
 *
 * @returns undefined where it means nothing, `elsewhere` where it leads out of the site or to another program, `unpublished` where its story must not be linked
 */
export function findTarget(
  target: string,
  from: string,
  map: LinkMap,
): LinkTarget | 'elsewhere' | 'unpublished' | undefined {
  const { unpublished } = map
  const inside = toSitePath(target, map.site)
  if (isOutward(inside) || map.otherPrograms.some((folder) => `${inside}/`.startsWith(folder))) return 'elsewhere'
  const [written = '', fragment] = split(inside)
  const anchor = fragment === undefined ? undefined : decode(fragment)
  if (written === '') return anchor === undefined ? undefined : { address: undefined, anchor }
  if (written.startsWith('/') && everyday.test(written)) {
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

/** Whether a link leads out of the site, or to a program such as the reader's mail. */
export function isOutward(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)
}

/** A link of front matter or site.yml as it stands in HTML; undefined where it must not be shown. */
export function linkHref(written: string, from: string, map: LinkMap): string | undefined {
  const target = findTarget(written, from, map)
  if (target === 'elsewhere') return written
  return target === undefined || target === 'unpublished' ? undefined : targetHref(target)
}

/** A target as it stands in HTML. */
export function targetHref({ address, query = '', anchor }: LinkTarget): string {
  if (address === undefined) return `#${encodeURIComponent(anchor ?? '')}`
  const fragment = anchor === undefined || anchor === '' ? '' : `#${encodeURIComponent(anchor)}`
  return encodeUrlPath(address) + query + fragment
}

/** A path that means what it says: nothing is encoded, no part is empty, and it ends in no file. */
const everyday = /^(?:\/[\w-]+)+\/?$/

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
