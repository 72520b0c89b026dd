import type { SiteArticle, SiteTerm } from './site.ts'

/** The weight of a shared term, by the key of its taxonomy. */
const weights: Record<string, number> = { partners: 5, countries: 3, tags: 2, people: 0 }
/** The weight of a shared term of an outlet's own taxonomy. */
const defaultWeight = 4
/** How many articles of a term are considered: those nearest in time, because others are hardly related. */
const maxDistance = 12
/** How many related articles a page shows. */
const maxRelated = 3

/**
 * Finds related articles: those that share partners, countries and tags, and among equals those nearest in time.
 *
 * Older articles are preferred, so that a new article changes the pages of few others. Newer ones are used only if fewer than three
 * older ones are related.
 *
 * @param articles newest first
 * @returns a function that returns the articles related to the article at an index
 */
export function createRelatedFinder(articles: readonly SiteArticle[]): (index: number) => SiteArticle[] {
  const findBest = createFinder(indexTermsByNumber(articles))
  return (index) => {
    const best = findBest(index, 1)
    if (best.length < maxRelated) best.push(...findBest(index, -1).slice(0, maxRelated - best.length))
    const related: SiteArticle[] = []
    for (const other of best) related.push(articles[other] as SiteArticle)
    return related
  }
}

/** The terms of all articles as plain numbers, because there are hundreds of thousands. */
interface TermNumbers {
  /** For each term, the indexes of its articles, in their order. */
  articlesOfTerm: readonly (readonly number[])[]
  weightOfTerm: readonly number[]
  /** The terms of all articles in one list, those of the first article first. */
  terms: Int32Array
  /** For each entry of `terms`, the position of its article in the list of the term's articles. */
  positions: Int32Array
  /** For each article, the start of its entries in `terms`; one more element marks the end. */
  starts: Int32Array
}

function indexTermsByNumber(articles: readonly SiteArticle[]): TermNumbers {
  const numbers = new Map<SiteTerm, number>()
  const articlesOfTerm: number[][] = []
  const weightOfTerm: number[] = []
  const terms: number[] = []
  const positions: number[] = []
  const starts = new Int32Array(articles.length + 1)
  for (let index = 0; index < articles.length; index++) {
    const articleTerms = articles[index]?.terms
    for (const key in articleTerms) {
      const weight = weights[key] ?? defaultWeight
      if (weight === 0) continue
      for (const term of articleTerms[key] ?? []) {
        let number = numbers.get(term)
        if (number === undefined) {
          number = weightOfTerm.push(weight) - 1
          numbers.set(term, number)
          articlesOfTerm.push([])
        }
        terms.push(number)
        positions.push((articlesOfTerm[number]?.push(index) ?? 1) - 1)
      }
    }
    starts[index + 1] = terms.length
  }
  return {
    articlesOfTerm,
    weightOfTerm,
    terms: Int32Array.from(terms),
    positions: Int32Array.from(positions),
    starts,
  }
}

/**
 * Returns a function that finds the indexes of the articles with the highest scores on one side of an article: 1 for older articles,
 * which come later in the list, -1 for newer ones.
 */
function createFinder(numbers: TermNumbers): (index: number, side: 1 | -1) => number[] {
  const { articlesOfTerm, weightOfTerm, terms, positions, starts } = numbers
  // Reused by every call, and zero between calls.
  const scores = new Int32Array(starts.length)
  const candidates: number[] = []
  return (index, side) => {
    let count = 0
    const end = starts[index + 1] ?? 0
    for (let entry = starts[index] ?? 0; entry < end; entry++) {
      const term = terms[entry] ?? 0
      const articles = articlesOfTerm[term] ?? []
      const weight = weightOfTerm[term] ?? 0
      const position = positions[entry] ?? 0
      const steps = Math.min(maxDistance, side === 1 ? articles.length - 1 - position : position)
      for (let step = 1; step <= steps; step++) {
        const candidate = articles[position + side * step] ?? 0
        const score = scores[candidate] ?? 0
        if (score === 0) candidates[count++] = candidate
        scores[candidate] = score + weight
      }
    }
    const best = selectBest(candidates, count, scores, index)
    for (let at = 0; at < count; at++) scores[candidates[at] ?? 0] = 0
    return best
  }
}

/** Returns the candidates with the highest scores; among equals those nearest to the article at `index`. */
function selectBest(candidates: readonly number[], count: number, scores: Int32Array, index: number): number[] {
  const best: number[] = []
  for (let at = 0; at < count; at++) {
    const candidate = candidates[at] ?? 0
    const score = scores[candidate] ?? 0
    const distance = Math.abs(candidate - index)
    let rank = best.length
    for (; rank > 0; rank--) {
      const other = best[rank - 1] ?? 0
      const otherScore = scores[other] ?? 0
      if (score < otherScore || (score === otherScore && distance >= Math.abs(other - index))) break
    }
    if (rank === maxRelated) continue
    for (let last = Math.min(best.length, maxRelated - 1); last > rank; last--) best[last] = best[last - 1] ?? 0
    best[rank] = candidate
  }
  return best
}
