import { slugify } from '../newsroom/slug.ts'
import { termAddress } from '../newsroom/taxonomy.ts'
import { absoluteUrl, encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import type { Site } from '../site/site.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'

/** An address that a page had before, and the one it has. */
export interface PageRedirect {
  from: UrlPath
  to: UrlPath
  /** The path of the file that says so. */
  source: string | undefined
}

/** All moves that published content declares, in the order of their old addresses. */
export function findRedirects({ articles, pages, taxonomies }: Site): PageRedirect[] {
  const moves = [
    ...[...articles, ...pages].flatMap(({ front, address, path }) =>
      front.aliases.map((from) => ({ from, to: address, source: path })),
    ),
    ...taxonomies.flatMap(({ taxonomy, terms }) =>
      terms.flatMap(({ file, address, path }) =>
        [
          ...(file?.front.aliases ?? []),
          ...(file?.front.merges ?? []).map((word) => termAddress(taxonomy, slugify(word))),
        ].map((from) => ({ from, to: address, source: path })),
      ),
    ),
  ]
  return moves.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** A page at every old address that sends readers on, for hosts that read no `_redirects`. */
export function redirectPages({ site, chrome }: PageContext): Output[] {
  return findRedirects(site).map(({ from, to, source }) => ({
    url: from,
    layout: 'redirect',
    inSitemap: false,
    source,
    props: { language: chrome.language, url: encodeUrlPath(to), canonical: absoluteUrl(site.outlet.url, to) },
  }))
}
