import type { CompiledReply } from '../compile/compile-replies.ts'
import type { Document } from '../compile/document.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import type { Article } from '../newsroom/article.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Page } from '../newsroom/page.ts'
import type { Taxonomy } from '../newsroom/taxonomy.ts'
import type { Term } from '../newsroom/term.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Audience, Publication } from './publication.ts'

/** The frozen set of everything that an audience may see, indexed. Nothing else is in it, so pages and feeds need not check. */
export interface Site {
  readonly outlet: Outlet
  readonly audience: Audience
  /** The time of the build, in milliseconds since 1970. */
  readonly now: number
  /** The day of `now` in the outlet's time zone. */
  readonly today: string
  /** All articles, newest first. */
  readonly articles: readonly SiteArticle[]
  /** The articles that lists show, newest first: of an article in several languages, one version. */
  readonly listedArticles: readonly SiteArticle[]
  /** All versions of an article in several languages: the original first, then the others by language. */
  readonly versions: ReadonlyMap<SiteArticle, readonly SiteArticle[]>
  /** The replies to an article, by its slug. */
  readonly replies: ReadonlyMap<string, readonly CompiledReply[]>
  readonly pages: readonly SitePage[]
  /** The taxonomies in the outlet's order. */
  readonly taxonomies: readonly SiteTaxonomy[]
}

export interface SiteArticle {
  readonly slug: string
  readonly address: UrlPath
  /** The path below content/, which relative links and file names start from. */
  readonly path: string
  readonly front: Article
  readonly body: CompiledBody
  readonly fingerprints: Document<Article>['fingerprints']
  readonly language: string
  readonly publication: Publication
  /** By the key of the taxonomy. */
  readonly terms: Readonly<Record<string, readonly SiteTerm[]>>
}

export interface SitePage {
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
  /** The file that describes the term, if it has one. */
  readonly file: Document<Term> | undefined
  /** Newest first. */
  readonly articles: readonly SiteArticle[]
}
