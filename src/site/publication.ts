import type { Article } from '../newsroom/article.ts'
import type { Page } from '../newsroom/page.ts'
import type { Reply } from '../newsroom/reply.ts'

/** The publication state of an article or a page. It is decided in this file and nowhere else. */
export type Publication =
  | { state: 'published' }
  | { state: 'draft' }
  | { state: 'embargoed'; until: number }
  | { state: 'withdrawn' }

/** The people who see a site: the public, or the desk in its previews. */
export type Audience = 'public' | 'desk'

const published: Publication = { state: 'published' }

/**
 * Decides the publication state of an article. An article with a date in the future is under embargo until then.
 *
 * @param now milliseconds since 1970
 */
export function articlePublication(article: Pick<Article, 'status' | 'date' | 'embargo'>, now: number): Publication {
  if (article.status === 'withdrawn') return { state: 'withdrawn' }
  if (article.status === 'draft') return { state: 'draft' }
  const until = Math.max(article.embargo ?? Number.NEGATIVE_INFINITY, article.date.instant)
  return until > now ? { state: 'embargoed', until } : published
}

/** Decides the publication state of a page of content/pages/. */
export function pagePublication(page: Pick<Page, 'status'>): Publication {
  return { state: page.status }
}

/** True if an audience may see an article or a page. */
export function isVisibleTo(publication: Publication, audience: Audience): boolean {
  return publication.state === 'published' || audience === 'desk'
}

/** True if an audience may see a reply. The public sees those that the desk has approved. */
export function isReplyVisibleTo({ status }: Pick<Reply, 'status'>, audience: Audience): boolean {
  return status === 'published' || audience === 'desk'
}
