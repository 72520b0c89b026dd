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
  // The score of the story at each place; zeros between two questions.
  const scores = new Int32Array(articles.length)
  return (article) => {
    const own = places.get(article) ?? 0
    const found = best(article, own, placesOf, scores, 1)
    if (found.length < wanted) found.push(...best(article, own, placesOf, scores, -1).slice(0, wanted - found.length))
    return found.map((place) => articles[place] as SiteArticle)
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
  scores: Int32Array,
  side: 1 | -1,
): number[] {
  const seen: number[] = []
  const score = (place: number) => scores[place] ?? 0
  for (const key in article.terms) {
    const weight = weights[key] ?? 4
    if (weight === 0) continue
    for (const term of article.terms[key] ?? []) {
      const list = placesOf(term)
      const at = indexOf(list, own)
      for (let step = 1; step <= reach; step++) {
        const place = list[at + side * step]
        if (place === undefined) break
        if (score(place) === 0) seen.push(place)
        scores[place] = score(place) + weight
      }
    }
  }
  const isBetter = (place: number, other: number) =>
    score(place) > score(other) || (score(place) === score(other) && Math.abs(place - own) < Math.abs(other - own))
  const first: number[] = []
  for (const place of seen) {
    let rank = first.length
    while (rank > 0 && isBetter(place, first[rank - 1] ?? 0)) rank--
    if (rank === wanted) continue
    first.splice(rank, 0, place)
    if (first.length > wanted) first.pop()
  }
  for (const place of seen) scores[place] = 0
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
