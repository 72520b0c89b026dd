import { countryOfSlug, countryWords } from '../newsroom/country.ts'
import type { Taxonomy } from '../newsroom/taxonomy.ts'
import { unknownCountry, unknownPartner, unknownPerson, unknownTerm } from '../problems/catalogue.ts'
import { nearest } from '../problems/nearest.ts'
import { placeAt } from '../problems/place.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import type { Content } from '../site/site.ts'
import { termId } from '../site/terms.ts'

/** Every partner, author and term of a kept taxonomy that a story names must have a file; a country's file must be of a country. */
export function checkReferences(content: Content, taxonomies: readonly Taxonomy[]): Problem[] {
  return taxonomies.flatMap((taxonomy) => {
    const files = content.terms[taxonomy.key] ?? []
    const strangers = files
      .filter(({ file }) => taxonomy.values === 'country' && countryOfSlug(termId(taxonomy, file.slug)) === undefined)
      .map(({ shown, file }) => ({
        ...unknownCountry(file.slug, nearest(file.slug, countryWords)),
        file: shown,
        ...fileStart,
      }))
    if (!taxonomy.needsFile) return strangers
    // A file with problems of its own still says that the term exists.
    const known = new Set(files.map(({ file }) => file.slug))
    const isKnown = ({ id }: { id: string }) => known.has(id)
    const unknown = content.articles.flatMap(({ document, shown }) => {
      const named = document?.front.terms[taxonomy.key] ?? []
      if (named.every(isKnown)) return []
      return named.flatMap(({ id }, index): Problem[] => {
        if (known.has(id)) return []
        const suggestion = nearest(id, known)
        const finding =
          taxonomy.key === 'people'
            ? unknownPerson(id, suggestion)
            : taxonomy.key === 'partners'
              ? unknownPartner(id, suggestion)
              : unknownTerm(id, taxonomy.key, suggestion)
        return [{ ...finding, file: shown, ...placeAt(document?.places, taxonomy.field, index) }]
      })
    })
    return [...strangers, ...unknown]
  })
}
