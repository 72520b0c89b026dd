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
 *
 * @returns what is related to the story at a place
 */
export function createRelatedFinder(articles: readonly SiteArticle[]): (place: number) => SiteArticle[] {
  const best = finder(indexOf(articles))
  return (own) => {
    const found = best(own, 1)
    if (found.length < wanted) found.push(...best(own, -1).slice(0, wanted - found.length))
    const stories: SiteArticle[] = []
    for (const place of found) stories.push(articles[place] as SiteArticle)
    return stories
  }
}

/** The stories of each term that says something, and where each story stands among them, as plain numbers: there are many. */
interface Index {
  /** The places of a term's stories in the order of the site's. */
  places: readonly (readonly number[])[]
  weights: readonly number[]
  /** The terms of all stories, one behind the other, and where the story stands among those of each. */
  terms: Int32Array
  at: Int32Array
  /** Where the terms of each story begin; those of the last end where one more would begin. */
  begin: Int32Array
}

function indexOf(articles: readonly SiteArticle[]): Index {
  const numbers = new Map<SiteTerm, number>()
  const places: number[][] = []
  const weightsOfTerms: number[] = []
  const terms: number[] = []
  const at: number[] = []
  const begin = new Int32Array(articles.length + 1)
  for (let place = 0; place < articles.length; place++) {
    const own = articles[place]?.terms
    for (const key in own) {
      const weight = weights[key] ?? 4
      if (weight === 0) continue
      for (const term of own[key] ?? []) {
        let number = numbers.get(term)
        if (number === undefined) {
          number = weightsOfTerms.push(weight) - 1
          numbers.set(term, number)
          places.push([])
        }
        terms.push(number)
        at.push((places[number]?.push(place) ?? 1) - 1)
      }
    }
    begin[place + 1] = terms.length
  }
  return { places, weights: weightsOfTerms, terms: Int32Array.from(terms), at: Int32Array.from(at), begin }
}

/** Finds the places of the best stories on one side: 1 for those before in time, which stand later in the list, -1 for those after. */
function finder({ places, weights, terms, at, begin }: Index): (own: number, side: 1 | -1) => number[] {
  // The score of the story at each place; zeros between two questions.
  const scores = new Int32Array(begin.length)
  const seen: number[] = []
  return (own, side) => {
    let count = 0
    const end = begin[own + 1] ?? 0
    for (let of = begin[own] ?? 0; of < end; of++) {
      const term = terms[of] ?? 0
      const list = places[term] ?? []
      const weight = weights[term] ?? 0
      const from = at[of] ?? 0
      const steps = Math.min(reach, side === 1 ? list.length - 1 - from : from)
      for (let step = 1; step <= steps; step++) {
        const place = list[from + side * step] ?? 0
        const before = scores[place] ?? 0
        if (before === 0) seen[count++] = place
        scores[place] = before + weight
      }
    }
    const first: number[] = []
    for (let index = 0; index < count; index++) {
      const place = seen[index] ?? 0
      const score = scores[place] ?? 0
      const distance = Math.abs(place - own)
      let rank = first.length
      for (; rank > 0; rank--) {
        const other = first[rank - 1] ?? 0
        const otherScore = scores[other] ?? 0
        if (score < otherScore || (score === otherScore && distance >= Math.abs(other - own))) break
      }
      if (rank === wanted) continue
      for (let last = Math.min(first.length, wanted - 1); last > rank; last--) first[last] = first[last - 1] ?? 0
      first[rank] = place
    }
    for (let index = 0; index < count; index++) scores[seen[index] ?? 0] = 0
    return first
  }
}
