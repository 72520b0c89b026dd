import type { Content } from '../compile/compile-content.ts'
import { countryFromSlug, guessCountries } from '../newsroom/country.ts'
import { slugify } from '../newsroom/slug.ts'
import { splitList } from '../newsroom/split-list.ts'
import type { Taxonomy, TermReference } from '../newsroom/taxonomy.ts'
import { unknownCountry, unknownPartner, unknownPerson, unknownTerm } from '../problems/catalogue/terms.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { placeAt } from '../problems/place.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import type { Suggestion } from '../problems/suggestion.ts'
import { termId } from '../site/terms.ts'

/**
 * Every partner, author and term of a kept taxonomy that a story names must have a file, and is named by the file's name; a
 * country's file must be of a country.
 */
export function checkTermReferences(content: Content, taxonomies: readonly Taxonomy[]): Problem[] {
  return taxonomies.flatMap((taxonomy) => {
    const files = content.terms[taxonomy.key] ?? []
    const strangers = files
      .filter(({ file }) => taxonomy.values === 'country' && countryFromSlug(termId(taxonomy, file.slug)) === undefined)
      .map(({ file }) => ({
        ...unknownCountry(file.slug, guessCountries(file.slug)),
        file: file.displayPath,
        ...fileStart,
      }))
    if (!taxonomy.needsFile) return strangers
    // A file with problems of its own still says that the term exists.
    const known = new Set(files.map(({ file }) => file.slug))
    const isKnown = ({ id, word }: TermReference) => id === word && known.has(id)
    const unknown = content.articles.flatMap(({ document, file }) => {
      const named = document?.front.terms[taxonomy.key] ?? []
      if (named.every(isKnown)) return []
      return named.flatMap((reference, index): Problem[] => {
        if (isKnown(reference)) return []
        const { id, word } = reference
        const meant = meantIds(word, files)
        const finding =
          taxonomy.key === 'people'
            ? unknownPerson(word, meant, id)
            : taxonomy.key === 'partners'
              ? unknownPartner(word, meant, id)
              : unknownTerm(word, taxonomy.key, meant, id)
        return [{ ...finding, file: file.displayPath, ...placeAt(document?.places, taxonomy.field, index) }]
      })
    })
    return [...strangers, ...unknown]
  })
}

/** What a value means that is no id of a file: the name that a file gives, several of them in a row, or the nearest id. */
function meantIds(value: string, files: Content['terms'][string]): Suggestion {
  const ids = new Map(
    files.flatMap(({ file, document }) =>
      [document?.front.name ?? file.slug, file.slug].map((name) => [slugify(name), file.slug]),
    ),
  )
  const idOf = (words: string) => ids.get(slugify(words))
  const own = idOf(value)
  if (own !== undefined) return { oneOf: [own] }
  for (const parts of [splitList(value), value.split(/[\s,;&/]+/).filter((part) => part !== '' && part !== 'and')]) {
    const list = parts.map(idOf).filter((id) => id !== undefined)
    if (parts.length > 1 && list.length === parts.length) return { list }
  }
  const id = closestMatch(slugify(value), ids.values())
  return id === undefined ? {} : { oneOf: [id] }
}
