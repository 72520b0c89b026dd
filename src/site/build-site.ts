import type { Content } from '../compile/compile-content.ts'
import type { CompiledFile } from '../compile/document.ts'
import type { Article } from '../newsroom/article.ts'
import { dayInZone } from '../newsroom/moment.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Page } from '../newsroom/page.ts'
import { groupVersions, isInLists } from './article-versions.ts'
import { articleAddress, articleSlug, pageAddress } from './content-addresses.ts'
import { indexTerms } from './index-terms.ts'
import { type Audience, articlePublication, isVisibleTo, pagePublication } from './publication.ts'
import { visibleReplies } from './replies.ts'
import type { Site, SiteArticle, SitePage } from './site.ts'
import { newestFirst } from './sort-order.ts'

/**
 * Selects the content that an audience may see, and indexes it.
 *
 * @param now milliseconds since 1970
 */
export function buildSite(content: Content, outlet: Outlet, now: number, audience: Audience): Site {
  const articles = content.articles
    .flatMap((compiled) => visibleArticle(compiled, outlet, now, audience) ?? [])
    .sort(newestFirst)
  const versions = groupVersions(articles)
  const listedArticles = articles.filter((article) => isInLists(article, versions.get(article), outlet))
  const terms = indexTerms(articles, new Set(listedArticles), content.terms, outlet)
  return {
    outlet,
    audience,
    now,
    today: dayInZone(now, outlet.timeZone),
    articles,
    listedArticles,
    versions,
    replies: visibleReplies(content.replies, audience),
    pages: content.pages.flatMap((compiled) => visiblePage(compiled, outlet, audience) ?? []),
    taxonomies: outlet.taxonomies.map((taxonomy) => ({ taxonomy, terms: terms.get(taxonomy.key) ?? [] })),
  }
}

/** Returns an article of the site, without its terms; undefined if the audience may not see it. */
function visibleArticle(
  compiled: CompiledFile<Article>,
  outlet: Outlet,
  now: number,
  audience: Audience,
): SiteArticle | undefined {
  const { document } = compiled
  if (document === undefined) return undefined
  const publication = articlePublication(document.front, now)
  if (!isVisibleTo(publication, audience)) return undefined
  return {
    slug: articleSlug(compiled),
    address: articleAddress(outlet, compiled),
    path: compiled.file.path,
    front: document.front,
    body: document.body,
    fingerprints: document.fingerprints,
    language: document.front.language ?? outlet.language,
    publication,
    terms: {},
  }
}

function visiblePage(compiled: CompiledFile<Page>, outlet: Outlet, audience: Audience): SitePage | undefined {
  const { document } = compiled
  if (document === undefined) return undefined
  const publication = pagePublication(document.front)
  if (!isVisibleTo(publication, audience)) return undefined
  const { front, body } = document
  return {
    address: pageAddress(compiled),
    path: compiled.file.path,
    front,
    body,
    language: front.language ?? outlet.language,
    publication,
  }
}
