import type { Article } from '../newsroom/article.ts'
import type { Page } from '../newsroom/page.ts'

/** Whether something may be seen. Decided here and nowhere else. */
export type Publication =
  | { state: 'published' }
  | { state: 'draft' }
  | { state: 'embargoed'; until: number }
  | { state: 'withdrawn' }

/** Who will see the site: everybody, or the desk in its preview. */
export type Audience = 'public' | 'desk'

const published: Publication = { state: 'published' }

/**
 * Decides whether a story may be seen. A story whose date is still to come is under embargo until then.
 *
 * @param now milliseconds since 1970
 */
export function articlePublication(article: Pick<Article, 'status' | 'date' | 'embargo'>, now: number): Publication {
  if (article.status === 'withdrawn') return { state: 'withdrawn' }
  if (article.status === 'draft') return { state: 'draft' }
  const until = Math.max(article.embargo ?? Number.NEGATIVE_INFINITY, article.date.instant)
  return until > now ? { state: 'embargoed', until } : published
}

/** The same for a page that stands by itself. */
export function pagePublication(page: Pick<Page, 'status'>): Publication {
  return { state: page.status }
}

/** Whether an audience is let in. */
export function isVisibleTo(publication: Publication, audience: Audience): boolean {
  return publication.state === 'published' || audience === 'desk'
}
