import type { CompiledReplies, CompiledReply } from '../compile/compile-replies.ts'
import type { CompiledFile, Document } from '../compile/document.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import type { Article } from '../newsroom/article.ts'
import { dayInZone } from '../newsroom/moment.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Page } from '../newsroom/page.ts'
import type { Taxonomy } from '../newsroom/taxonomy.ts'
import type { Term } from '../newsroom/term.ts'
import { listedVersion } from '../newsroom/translation.ts'
import { toUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { type Audience, articlePublication, isVisibleTo, type Publication, pagePublication } from './publication.ts'
import { repliesBySlug } from './replies.ts'
import { indexTerms } from './terms.ts'

/** Everything that was compiled, published or not. Checks read it; pages and feeds never do. */
export interface Content {
  articles: CompiledFile<Article>[]
  pages: CompiledFile<Page>[]
  /** The files of terms, by the key of the taxonomy. */
  terms: Record<string, CompiledFile<Term>[]>
  /** The files of readers' letters. */
  replies: CompiledFile<CompiledReplies>[]
}

/** The set of what an audience may see, indexed. What it may not see is not in it. */
export interface Site {
  readonly outlet: Outlet
  readonly audience: Audience
  /** Milliseconds since 1970. */
  readonly now: number
  /** The day of `now` in the outlet's time zone. */
  readonly today: string
  /** Every story, newest first. */
  readonly articles: readonly SiteArticle[]
  /** The stories that lists are made of, newest first: of one in several languages, one. */
  readonly listedArticles: readonly SiteArticle[]
  /** For a story that stands in several languages, all of them: the original first, then the others by language. */
  readonly versions: ReadonlyMap<SiteArticle, readonly SiteArticle[]>
  /** Readers' letters by the slug of their story. */
  readonly replies: ReadonlyMap<string, readonly CompiledReply[]>
  readonly pages: readonly SitePage[]
  /** The taxonomies in the outlet's order. */
  readonly taxonomies: readonly SiteTaxonomy[]
}

export interface SiteArticle {
  readonly slug: string
  readonly address: UrlPath
  /** The path below content/, from which relative links and files are found. */
  readonly path: string
  readonly front: Article
  readonly body: CompiledBody
  readonly fingerprints: Document<Article>['fingerprints']
  readonly language: string
  readonly publication: Publication
  /** By the key of the taxonomy. */
  readonly terms: Readonly<Record<string, readonly SiteTerm[]>>
}

interface SitePage {
  readonly address: UrlPath
  readonly path: string
  readonly front: Page
  readonly body: CompiledBody
  readonly language: string
  readonly publication: Publication
}

export interface SiteTaxonomy {
  readonly taxonomy: Taxonomy
  /** By name, in the order of the outlet's language. */
  readonly terms: readonly SiteTerm[]
}

export interface SiteTerm {
  readonly taxonomy: Taxonomy
  readonly id: string
  readonly name: string
  readonly address: UrlPath
  readonly path: string | undefined
  /** What its file says, where it has one. */
  readonly file: Document<Term> | undefined
  /** Newest first. */
  readonly articles: readonly SiteArticle[]
}

/** The slug of a story: its front matter's, else the name of its file. */
export function articleSlug({ document, file }: CompiledFile<Article>): string {
  return document?.front.slug ?? file.slug
}

/** The address of a story, published or not. */
export function articleAddress(outlet: Outlet, article: CompiledFile<Article>): UrlPath {
  return outlet.addresses.articles.replace('{slug}', articleSlug(article)) as UrlPath
}

/** The address of a page: its path below pages/. */
export function pageAddress(page: CompiledFile<Page>): UrlPath {
  const path = page.file.path.replace(/^pages\//, '').replace(/(?:^|\/)index\.[^.]+$|\.[^.]+$/, '')
  return toUrlPath(`/${path}`.replace(/\/?$/, '/'))
}

/** Lets an audience's part of the content through the gate, and indexes it. */
export function buildSite(content: Content, outlet: Outlet, now: number, audience: Audience): Site {
  const articles = content.articles
    .flatMap((compiled): SiteArticle[] => {
      const { document } = compiled
      if (document === undefined) return []
      const publication = articlePublication(document.front, now)
      if (!isVisibleTo(publication, audience)) return []
      return [
        {
          slug: articleSlug(compiled),
          address: articleAddress(outlet, compiled),
          path: compiled.file.path,
          front: document.front,
          body: document.body,
          fingerprints: document.fingerprints,
          language: document.front.language ?? outlet.language,
          publication,
          terms: {},
        },
      ]
    })
    .sort(newestFirst)

  const versions = groupVersions(articles)
  const inLists = articles.filter((article) => isInLists(article, versions.get(article), outlet))
  const terms = indexTerms(articles, new Set(inLists), content.terms, outlet)
  return {
    outlet,
    audience,
    now,
    today: dayInZone(now, outlet.timeZone),
    articles,
    listedArticles: inLists,
    versions,
    replies: repliesBySlug(content.replies, audience),
    pages: content.pages.flatMap((compiled): SitePage[] => {
      const { document } = compiled
      if (document === undefined) return []
      const publication = pagePublication(document.front)
      if (!isVisibleTo(publication, audience)) return []
      const { front, body } = document
      return [
        {
          address: pageAddress(compiled),
          path: compiled.file.path,
          front,
          body,
          language: front.language ?? outlet.language,
          publication,
        },
      ]
    }),
    taxonomies: outlet.taxonomies.map((taxonomy) => ({ taxonomy, terms: terms.get(taxonomy.key) ?? [] })),
  }
}

/** Whether lists show a story. A translation whose original is not published stands for it in the outlet's language alone. */
function isInLists(
  article: SiteArticle,
  versions: readonly SiteArticle[] | undefined,
  { language }: Pick<Outlet, 'language'>,
): boolean {
  if (versions !== undefined) return article === listedVersion(versions, language)
  return article.front.translationOf === undefined || article.language === language
}

function groupVersions(articles: readonly SiteArticle[]): Map<SiteArticle, SiteArticle[]> {
  const versions = new Map<SiteArticle, SiteArticle[]>()
  const translations = articles.filter(({ front }) => front.translationOf !== undefined)
  if (translations.length === 0) return versions
  const bySlug = new Map(articles.map((article) => [article.slug, article]))
  const groups = new Map<string, SiteArticle[]>()
  for (const article of translations.toSorted(
    (a, b) => compareText(a.language, b.language) || compareText(a.slug, b.slug),
  )) {
    const slug = article.front.translationOf ?? ''
    const group = groups.get(slug) ?? [bySlug.get(slug)].filter((original) => original !== undefined)
    groups.set(slug, group)
    group.push(article)
  }
  for (const group of groups.values()) {
    if (group.length > 1) for (const article of group) versions.set(article, group)
  }
  return versions
}

/** The newest first. */
export function newestFirst(a: SiteArticle, b: SiteArticle): number {
  return b.front.date.instant - a.front.date.instant || compareText(a.slug, b.slug)
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
