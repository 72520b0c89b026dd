/**
 * The rule that rendered pages and style sheets load files only from the site and the hosts that site.yml allows. It is
 * applied to each output as it is rendered, because no output exists when the checks run.
 */
import { thirdParty } from '../problems/catalogue/outputs.ts'
import type { Finding } from '../problems/problem.ts'
import { findResourceUrlsInStyles } from './find-style-urls.ts'

/** Elements that make a browser load a resource. A `>` in quotes does not end them. */
const loadingElement =
  /<(?:script|link|img|source|iframe|frame|audio|video|track|embed|object|image|use|input|base)\b(?:(?:[^>"']|"[^"]*"|'[^']*')*|[^>]*)>/gi
/** The attributes that hold its URL. */
const urlAttributes =
  /\s(?:src|srcset|href|xlink:href|poster|data|imagesrcset)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi
/** Links in the head of a page that load nothing. */
const inertRel = /\srel\s*=\s*["']?(?:canonical|alternate|license|author|me|next|prev|help|search)\b/i
/** Style elements and style attributes. */
const styles = /<style\b[^>]*>([\s\S]*?)<\/style>|<[a-z][^<>]*?\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/**
 * Finds the other hosts from which a page makes browsers load files.
 *
 * @param siteOrigin the origin of the site, such as `https://example.org`
 * @param allowed the origins that site.yml allows
 */
export function findThirdPartiesInPage(html: string, siteOrigin: string, allowed: readonly string[]): Finding[] {
  const urls: string[] = []
  for (const element of loadingElements(html)) {
    if (/^<link/i.test(element) && inertRel.test(element)) continue
    for (const [, double, single, bare] of element.matchAll(urlAttributes)) {
      const value = (double ?? single ?? bare ?? '').replaceAll('&amp;', '&')
      urls.push(...value.split(/\s*,\s+|\s+/))
    }
  }
  // The default theme has no inline styles, so that most pages skip this search.
  if (/<style|\sstyle\s*=/i.test(html)) {
    for (const [, block, double, single] of html.matchAll(styles)) {
      urls.push(...findResourceUrlsInStyles((block ?? double ?? single ?? '').replace(/&(?:quot|apos|#34|#39);/g, '"')))
    }
  }
  return findForeign(urls, siteOrigin, allowed)
}

/** Finds the other hosts from which a style sheet makes browsers load files. */
export function findThirdPartiesInStyles(css: string, siteOrigin: string, allowed: readonly string[]): Finding[] {
  return findForeign(findResourceUrlsInStyles(css), siteOrigin, allowed)
}

function findForeign(urls: readonly string[], siteOrigin: string, allowed: readonly string[]): Finding[] {
  const foreign = new Set<string>()
  for (const url of urls) {
    // Browsers read a backslash as a slash.
    if (!/^(?:https?:)?[/\\]{2}/i.test(url)) continue
    const origin = parseOrigin(url, siteOrigin)
    if (origin !== siteOrigin && !allowed.includes(origin)) foreign.add(origin)
  }
  return [...foreign].map((origin) => thirdParty(origin))
}

/** Yields the elements that load a resource and hold two slashes, as every URL of another host does. */
function* loadingElements(html: string): Generator<string> {
  for (const [element] of html.matchAll(loadingElement)) if (/[/\\]{2}/.test(element)) yield element
}

/** Returns the origin of a URL, or the URL where it cannot be parsed. */
function parseOrigin(url: string, base: string): string {
  try {
    return new URL(url, base).origin
  } catch {
    return url
  }
}
