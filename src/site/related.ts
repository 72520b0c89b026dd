import type { SiteArticle, SiteTerm } from './site.ts'

/** How much a shared term says, by the key of its taxonomy. */
const weights: Record<string, number> = { partners: 5, countries: 3, tags: 2, people: 0 }
/** How many stories of a term are looked at: the nearest before a story, for those long before it are hardly related. */
const reach = 12
const wanted = 3

/** A term of a story, as a question of how near its other stories are. */
interface Shared {
  /** The places of its stories in the order of the site's. */
  places: number[]
  /** Where the story stands among them. */
  at: number
  weight: number
}

/**
 * Finds the stories that a reader of each story should see next: those that share partners, countries and tags with it, the
 * nearest in time first among equals.
 *
 * Stories from before are preferred, so that a new story changes the pages of few others; only where fewer than three are found
 * do the first that came after fill the rest.
 *
 * @returns what is related to the story at a place
 */
export function relate(articles: readonly SiteArticle[]): (place: number) => SiteArticle[] {
  const shared = sharedTerms(articles)
  // The score of the story at each place; zeros between two questions.
  const scores = new Int32Array(articles.length)
  return (own) => {
    const terms = shared[own] ?? []
    const found = best(own, terms, scores, 1)
    if (found.length < wanted) found.push(...best(own, terms, scores, -1).slice(0, wanted - found.length))
    return found.map((place) => articles[place] as SiteArticle)
  }
}

/** The terms that say something of each story, in one walk through all of them. */
function sharedTerms(articles: readonly SiteArticle[]): Shared[][] {
  const places = new Map<SiteTerm, number[]>()
  return articles.map(({ terms }, place) => {
    const shared: Shared[] = []
    for (const key in terms) {
      const weight = weights[key] ?? 4
      if (weight === 0) continue
      for (const term of terms[key] ?? []) {
        let list = places.get(term)
        if (list === undefined) {
          list = []
          places.set(term, list)
        }
        shared.push({ places: list, at: list.push(place) - 1, weight })
      }
    }
    return shared
  })
}

/** The places of the best stories on one side: 1 for those before in time, which stand later in the list, -1 for those after. */
function best(own: number, terms: readonly Shared[], scores: Int32Array, side: 1 | -1): number[] {
  const seen: number[] = []
  const score = (place: number) => scores[place] ?? 0
  for (const { places, at, weight } of terms) {
    const steps = Math.min(reach, side === 1 ? places.length - 1 - at : at)
    for (let step = 1; step <= steps; step++) {
      const place = places[at + side * step] ?? 0
      if (score(place) === 0) seen.push(place)
      scores[place] = score(place) + weight
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
