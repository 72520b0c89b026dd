import { readFileSync } from 'node:fs'
import { thirdParty } from '../problems/catalogue.ts'
import { type Finding, fileStart, type Problem } from '../problems/problem.ts'

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
export function thirdPartiesIn(html: string, own: string, allowed: readonly string[]): Finding[] {
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
      addresses.push(...askedByStyles((block ?? double ?? single ?? '').replace(/&(?:quot|apos|#34|#39);/g, '"')))
    }
  }
  return strangersAmong(addresses, own, allowed)
}

/** What a style sheet would ask of other hosts. */
export function thirdPartiesInStyles(css: string, own: string, allowed: readonly string[]): Finding[] {
  return strangersAmong(askedByStyles(css), own, allowed)
}

/** What the pages, style sheets and drawings of public/ would ask of other hosts. */
export function checkPublicFiles(
  files: readonly { url: string; from: string }[],
  own: string,
  allowed: readonly string[],
): Problem[] {
  return files.flatMap(({ url, from }) => {
    const look = /\.css$/i.test(url) ? thirdPartiesInStyles : /\.(?:html?|svg)$/i.test(url) ? thirdPartiesIn : undefined
    const findings = look?.(readFileSync(from, 'utf8'), own, allowed) ?? []
    return findings.map((finding) => ({ ...finding, file: `public${url}`, ...fileStart }))
  })
}

function askedByStyles(css: string): string[] {
  const choices = [...css.matchAll(choice)].flatMap(([, inside = '']) => [...inside.matchAll(named)])
  return [...css.matchAll(asked), ...choices].map(([, address = '']) => address)
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
