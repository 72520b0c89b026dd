import { slugify } from '../newsroom/slug.ts'
import { termAddress } from '../newsroom/taxonomy.ts'
import { absoluteUrl, encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import type { Site } from '../site/site.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'

/** A former address of a page, and its present one. */
export interface PageRedirect {
  from: UrlPath
  to: UrlPath
  /** The path below content/ of the file that declares the former address. */
  source: string | undefined
}

/** Returns the redirects that published content declares, in the order of their former addresses. */
export function findRedirects({ articles, pages, taxonomies }: Site): PageRedirect[] {
  const redirects = [
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
  return redirects.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/** Returns a page at every former address that forwards readers, for hosts that do not read `_redirects`. */
export function redirectPages({ site, chrome }: PageContext): Output[] {
  return findRedirects(site).map(({ from, to, source }) => ({
    url: from,
    layout: 'redirect',
    inSitemap: false,
    source,
    props: { language: chrome.language, url: encodeUrlPath(to), canonical: absoluteUrl(site.outlet.url, to) },
  }))
}
