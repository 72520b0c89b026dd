import type { SiteArticle, SiteTerm } from './site.ts'

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
  const places = new Map(articles.map((article, index) => [article, index]))
  const placesOf = placesOfTerms(places)
  return (article) => {
    const own = places.get(article) ?? 0
    const before = best(article, own, placesOf, 1)
    const all = before.length >= wanted ? before : [...before, ...best(article, own, placesOf, -1)].slice(0, wanted)
    return all.map((place) => articles[place] as SiteArticle)
  }
}

/** The places of a term's stories in the order of the site's, looked up once for each term. */
function placesOfTerms(places: ReadonlyMap<SiteArticle, number>): (term: SiteTerm) => readonly number[] {
  const known = new Map<SiteTerm, number[]>()
  return (term) => {
    let list = known.get(term)
    if (list === undefined) {
      list = term.articles.map((article) => places.get(article) ?? 0)
      known.set(term, list)
    }
    return list
  }
}

/** The places of the best stories on one side: 1 for those before in time, which stand later in the list, -1 for those after. */
function best(
  article: SiteArticle,
  own: number,
  placesOf: (term: SiteTerm) => readonly number[],
  side: 1 | -1,
): number[] {
  const scores = new Map<number, number>()
  for (const key in article.terms) {
    const weight = weights[key] ?? 4
    if (weight === 0) continue
    for (const term of article.terms[key] ?? []) {
      const list = placesOf(term)
      const at = indexOf(list, own)
      for (let step = 1; step <= reach; step++) {
        const place = list[at + side * step]
        if (place === undefined) break
        scores.set(place, (scores.get(place) ?? 0) + weight)
      }
    }
  }
  const first: number[] = []
  for (const [place, score] of scores) {
    const rank = first.findIndex((other) => {
      const rival = scores.get(other) ?? 0
      return score > rival || (score === rival && Math.abs(place - own) < Math.abs(other - own))
    })
    if (rank !== -1) first.splice(rank, 0, place)
    else if (first.length < wanted) first.push(place)
    if (first.length > wanted) first.pop()
  }
  return first
}

/** Where a place stands in a list of places that rise. */
function indexOf(list: readonly number[], own: number): number {
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) < own) low = middle + 1
    else high = middle
  }
  return low
}
