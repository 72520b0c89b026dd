import type { SiteArticle } from './site.ts'

/** How much a shared term says, by the key of its taxonomy. */
const weights: Record<string, number> = { partners: 5, countries: 3, tags: 2, people: 0 }
/** How many stories of a term are looked at: the nearest before a story, for those long before it are hardly related. */
const reach = 12
const wanted = 3

/**
 * Finds the stories that a reader of each story should see next: those that share partners, countries and tags with it, the
 * nearest in time first among equals.
 *
 * Stories from before are preferred, so that a new story changes the pages of few others; only where fewer than three are found
 * do the first that came after fill the rest.
 */
export function relate(articles: readonly SiteArticle[]): (article: SiteArticle) => SiteArticle[] {
  const positions = new Map(articles.map((article, index) => [article, index]))
  return (article) => {
    const own = positions.get(article) ?? 0
    const before = best(article, own, positions, 1)
    return before.length >= wanted ? before : [...before, ...best(article, own, positions, -1)].slice(0, wanted)
  }
}

/** The best of the stories on one side: 1 for those before in time, which stand later in the list, -1 for those after. */
function best(
  article: SiteArticle,
  own: number,
  positions: ReadonlyMap<SiteArticle, number>,
  side: 1 | -1,
): SiteArticle[] {
  const scores = new Map<SiteArticle, number>()
  for (const [key, terms] of Object.entries(article.terms)) {
    const weight = weights[key] ?? 4
    if (weight === 0) continue
    for (const term of terms) {
      const at = indexOf(term.articles, own, positions)
      const near =
        side === 1 ? term.articles.slice(at + 1, at + 1 + reach) : term.articles.slice(Math.max(0, at - reach), at)
      for (const other of near) scores.set(other, (scores.get(other) ?? 0) + weight)
    }
  }
  return [...scores]
    .sort(([a, score], [b, other]) => other - score || distance(a, own, positions) - distance(b, own, positions))
    .slice(0, wanted)
    .map(([other]) => other)
}

const distance = (article: SiteArticle, own: number, positions: ReadonlyMap<SiteArticle, number>) =>
  Math.abs((positions.get(article) ?? 0) - own)

/** The place of a story in a term's list, which is in the order of the site's. */
function indexOf(list: readonly SiteArticle[], own: number, positions: ReadonlyMap<SiteArticle, number>): number {
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((positions.get(list[middle] as SiteArticle) ?? 0) < own) low = middle + 1
    else high = middle
  }
  return low
}
