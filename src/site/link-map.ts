import type { Content } from '../compile/compile-content.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { indexAddress, termAddress } from '../newsroom/taxonomy.ts'
import { basePath, type UrlPath } from '../newsroom/url-path.ts'
import { articleAddress, pageAddress } from './content-addresses.ts'
import { type Audience, articlePublication, isVisibleTo, pagePublication } from './publication.ts'
import type { LinkMap } from './resolve-link.ts'
import { termId } from './terms.ts'

/** Builds the map of everything that content can link to, and of everything that it must not link to yet. */
export function buildLinkMap(content: Content, outlet: Outlet, now: number, audience: Audience): LinkMap {
  const articles = content.articles.filter(({ document }) => document !== undefined)
  const pages = content.pages.filter(({ document }) => document !== undefined)
  const unpublished = new Set<string>()
  for (const article of articles) {
    if (article.document === undefined || isVisibleTo(articlePublication(article.document.front, now), audience))
      continue
    unpublished.add(article.file.path).add(articleAddress(outlet, article))
  }
  for (const page of pages) {
    if (page.document === undefined || isVisibleTo(pagePublication(page.document.front), audience)) continue
    unpublished.add(page.file.path).add(pageAddress(page))
  }
  let byPath: Map<string, UrlPath> | undefined
  let addresses: Set<string> | undefined
  return {
    site: outlet.url,
    base: basePath(outlet.url),
    otherPrograms: [...outlet.otherPrograms, ...(outlet.isso === undefined ? [] : [outlet.isso])],
    unpublished,
    // A getter: many outlets link by address only, and never need the paths.
    get byPath() {
      byPath ??= new Map([
        ...articles.map((article) => [article.file.path, articleAddress(outlet, article)] as const),
        ...pages.map((page) => [page.file.path, pageAddress(page)] as const),
        ...outlet.taxonomies.flatMap((taxonomy) => [
          ...(content.terms[taxonomy.key] ?? []).map(
            ({ file }) => [file.path, termAddress(taxonomy, termId(taxonomy, file.slug))] as const,
          ),
          [taxonomy.key, indexAddress(taxonomy)] as const,
        ]),
      ])
      for (const path of unpublished) byPath.delete(path)
      return byPath
    },
    get addresses() {
      addresses ??= new Set([...this.byPath.values(), ...unpublished])
      return addresses
    },
  }
}
