import { thirdParty } from '../problems/catalogue/outputs.ts'
import type { Finding } from '../problems/problem.ts'

/** Elements that make a browser ask for a file. */
const elements = /<(?:script|link|img|source|iframe|frame|audio|video|track|embed|object|image|use|input|base)\b[^>]*>/i
/** Their attributes that say which. */
const attributes = /\s(?:src|srcset|href|xlink:href|poster|data|imagesrcset)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi
/** Links of a page's head that only say where something is. */
const onlySays = /\srel\s*=\s*["']?(?:canonical|alternate|license|author|me|next|prev|help|search)\b/i

/** Styles within a page. */
const styles = /<style\b[^>]*>([\s\S]*?)<\/style>|<[a-z][^<>]*?\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/gi
/** What styles make a browser ask for: backgrounds, fonts, further style sheets. */
const asked = /(?:url\(\s*|@import(?:\s|\/\*[\s\S]*?\*\/)*(?=["']))["']?([^"')\s;]+)/gi
/** A choice of pictures, and each that is named by a string alone. */
const choice = /image-set\(([^;{}]*)/gi
const named = /["']([^"']+)["']/g

/**
 * What a page would ask of other hosts.
 *
 * @param own the site, like `https://example.org`
 * @param allowed the origins that site.yml allows
 */
export function findThirdParties(html: string, own: string, allowed: readonly string[]): Finding[] {
  const addresses: string[] = []
  for (const element of elementsWithHosts(html)) {
    if (/^<link/i.test(element) && onlySays.test(element)) continue
    for (const [, double, single, bare] of element.matchAll(attributes)) {
      const written = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&')
      addresses.push(...written.split(/\s*,\s+|\s+/))
    }
  }
  // Layouts have no styles in them, and so most pages are not searched for any.
  if (/<style|\sstyle\s*=/i.test(html)) {
    for (const [, block, double, single] of html.matchAll(styles)) {
      addresses.push(
        ...resourceUrlsInStyles((block ?? double ?? single ?? '').replace(/&(?:quot|apos|#34|#39);/g, '"')),
      )
    }
  }
  return strangersAmong(addresses, own, allowed)
}

/** What a style sheet would ask of other hosts. */
export function findThirdPartiesInStyles(css: string, own: string, allowed: readonly string[]): Finding[] {
  return strangersAmong(resourceUrlsInStyles(css), own, allowed)
}

/** The addresses of what styles ask for. */
export function resourceUrlsInStyles(written: string): string[] {
  const css = withoutEscapes(written).replace(/@namespace\b[^;]*;/gi, '')
  const choices = [...css.matchAll(choice)].flatMap(([, inside = '']) => [...inside.matchAll(named)])
  return [...css.matchAll(asked), ...choices].map(([, address = '']) => address)
}

/**
 * A style sheet in which every character stands for itself. Where a tab or the end of a line is written in an address, browsers leave it
 * out.
 */
function withoutEscapes(css: string): string {
  if (!css.includes('\\')) return css
  return css.replace(/\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|\r?\n|([\s\S]))/gi, (_, code?: string, character?: string) => {
    if (code === undefined) return character ?? ''
    const point = Number.parseInt(code, 16)
    return point > 0x10ffff || /[\t\r\n]/.test(String.fromCodePoint(point)) ? '' : String.fromCodePoint(point)
  })
}

/**
 * The hosts, other than its own, that a browser would ask for some of these addresses.
 *
 * @param at the whole address of the file that they stand in
 */
export function foreignHosts(addresses: readonly string[], at: string): string[] {
  const own = new URL(at).origin
  const hosts = addresses
    .flatMap((address) => (URL.canParse(address, at) ? new URL(address, at).origin : []))
    .filter((origin) => origin !== own && /^(?:https?|wss?):/.test(origin))
  return [...new Set(hosts)]
}

function strangersAmong(addresses: readonly string[], own: string, allowed: readonly string[]): Finding[] {
  const strangers = new Set<string>()
  for (const address of addresses) {
    if (!/^(?:https?:)?\/\//i.test(address)) continue
    const origin = originOf(address, own)
    if (origin !== own && !allowed.includes(origin)) strangers.add(origin)
  }
  return [...strangers].map((origin) => thirdParty(origin))
}

/** The elements that ask for a file and have two slashes in them. Few do, and only around slashes is looked for them. */
function* elementsWithHosts(html: string): Generator<string> {
  for (let slashes = html.indexOf('//'), end = 0; slashes !== -1; slashes = html.indexOf('//', end)) {
    const begin = Math.max(end, html.lastIndexOf('>', slashes) + 1)
    end = html.indexOf('>', slashes) + 1
    if (end === 0) return
    const element = elements.exec(html.slice(begin, end))
    if (element !== null) yield element[0]
  }
}

function originOf(address: string, own: string): string {
  try {
    return new URL(address, own).origin
  } catch {
    return address
  }
}
