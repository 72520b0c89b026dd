import { posix } from 'node:path'
import { type Address, href, toAddress } from '../newsroom/address.ts'

/** What a link within the site leads to. */
export interface LinkTarget {
  /** Undefined for a link to a place on the same page. */
  address: Address | undefined
  /** Without its `#`. */
  anchor: string | undefined
}

/** Where things stand, by what a writer may link to. */
export interface LinkMap {
  /** The addresses of the files of content, by their path below content/. */
  byPath: ReadonlyMap<string, Address>
  /** Addresses and paths whose story is not published; links to them are left out. */
  unpublished: ReadonlySet<string>
}

/**
 * Finds what a link within the site means: an address, a path to a file of content from the file that links, or a place on the
 * same page.
 *
 * @returns undefined where it means nothing, `unpublished` where its story must not be linked
 */
export function findTarget(target: string, from: string, map: LinkMap): LinkTarget | 'unpublished' | undefined {
  const { unpublished } = map
  const [written = '', fragment] = split(target)
  const anchor = fragment === undefined ? undefined : decode(fragment)
  if (written === '') return anchor === undefined ? undefined : { address: undefined, anchor }
  if (written.startsWith('/') && everyday.test(written)) {
    const address = (written.endsWith('/') ? written : `${written}/`) as Address
    return unpublished.has(address) ? 'unpublished' : { address, anchor }
  }
  const plain = decode(written.replace(/\?.*$/, ''))
  if (plain.startsWith('/')) {
    const address = toAddressOrUndefined(plain)
    if (address === undefined) return undefined
    return unpublished.has(address) ? 'unpublished' : { address, anchor }
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
    if (address !== undefined) return { address, anchor }
  }
  return undefined
}

/** Whether a link leads out of the site, or to a program such as the reader's mail. */
export function isOutward(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)
}

/** A link of front matter or site.yml as it stands in HTML; undefined where it must not be shown. */
export function linkHref(written: string, from: string, map: LinkMap): string | undefined {
  if (isOutward(written)) return written
  const target = findTarget(written, from, map)
  return target === undefined || target === 'unpublished' ? undefined : targetHref(target)
}

/** A target as it stands in HTML. */
export function targetHref({ address, anchor }: LinkTarget): string {
  const fragment = anchor === undefined || anchor === '' ? '' : `#${encodeURIComponent(anchor)}`
  return address === undefined ? fragment : href(address) + fragment
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

function toAddressOrUndefined(plain: string): Address | undefined {
  if (plain.includes('\\') || plain.includes('//') || plain.split('/').includes('..')) return undefined
  return toAddress(encodeURI(plain))
}
