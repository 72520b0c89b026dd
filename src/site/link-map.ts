import type { Outlet } from '../newsroom/outlet.ts'
import { indexAddress, termAddress } from '../newsroom/taxonomy.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { type Audience, articlePublication, type Publication, pagePublication } from './publication.ts'
import type { LinkMap } from './resolve-link.ts'
import { articleAddress, type Content, pageAddress } from './site.ts'
import { termId } from './terms.ts'

/** Where everything stands that content may link to by its path, and what must not be linked. */
export function buildLinkMap(content: Content, outlet: Outlet, now: number, audience: Audience): LinkMap {
  const hidden = (publication: Publication) => publication.state !== 'published' && audience !== 'desk'
  const articles = content.articles.filter(({ document }) => document !== undefined)
  const pages = content.pages.filter(({ document }) => document !== undefined)
  const unpublished = new Set<string>()
  for (const article of articles) {
    if (article.document === undefined || !hidden(articlePublication(article.document.front, now))) continue
    unpublished.add(article.file.path).add(articleAddress(outlet, article))
  }
  for (const page of pages) {
    if (page.document === undefined || !hidden(pagePublication(page.document.front))) continue
    unpublished.add(page.file.path).add(pageAddress(page))
  }
  let byPath: Map<string, UrlPath> | undefined
  return {
    site: outlet.url,
    otherPrograms: [...outlet.otherPrograms, ...(outlet.isso === undefined ? [] : [outlet.isso])],
    unpublished,
    // Many outlets link by address alone, and never ask.
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
  }
}
