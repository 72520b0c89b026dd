import type { SiteArticle } from './site.ts'

/** Compares articles for a list that begins with the newest; articles of one instant are in the order of their slugs. */
export function newestFirst(a: SiteArticle, b: SiteArticle): number {
  return b.front.date.instant - a.front.date.instant || compareText(a.slug, b.slug)
}

/** Compares texts by their code units, which is the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
