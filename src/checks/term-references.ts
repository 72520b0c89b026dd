import type { Content } from '../compile/compile-content.ts'
import { slugify } from '../newsroom/slug.ts'
import { splitProseList } from '../newsroom/split-prose-list.ts'
import type { Taxonomy, TermReference } from '../newsroom/taxonomy.ts'
import { unknownPartner, unknownPerson, unknownTerm } from '../problems/catalogue/terms.ts'
import { closestMatch } from '../problems/closest-match.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import type { Suggestion } from '../problems/suggestion.ts'
import { defineCheck, problemIn } from './check.ts'

export const termReferences = defineCheck({
  name: 'term-references',
  rule: 'Every author, partner and term that needs a file has one, and stories call it by the name of that file.',
  stage: 'content',
  run({ content, outlet }) {
    return outlet.taxonomies
      .filter(({ needsFile }) => needsFile)
      .flatMap((taxonomy) => {
        const files = content.terms[taxonomy.key] ?? []
        // A file with problems of its own still proves that the term exists.
        const ids = new Set(files.map(({ file }) => file.slug))
        const hasFile = ({ id, word }: TermReference) => id === word && ids.has(id)
        return content.articles.flatMap((article) => {
          const references = article.document?.front.terms[taxonomy.key] ?? []
          if (references.every(hasFile)) return []
          return references.flatMap((reference, index): Problem[] => {
            if (hasFile(reference)) return []
            return [problemIn(article, unknownReference(reference, taxonomy, files), taxonomy.field, index)]
          })
        })
      })
  },
})

function unknownReference({ id, word }: TermReference, { key }: Taxonomy, files: Content['terms'][string]): Finding {
  const suggestion = suggestIds(word, files)
  if (key === 'people') return unknownPerson(word, suggestion, id)
  return key === 'partners' ? unknownPartner(word, suggestion, id) : unknownTerm(word, key, suggestion, id)
}

/**
 * Suggests the file that a word names by its title, several files if it names them in a row, or the file with the
 * nearest id.
 */
function suggestIds(word: string, files: Content['terms'][string]): Suggestion {
  const ids = new Map(
    files.flatMap(({ file, document }) =>
      [document?.front.name ?? file.slug, file.slug].map((name) => [slugify(name), file.slug]),
    ),
  )
  const findId = (name: string) => ids.get(slugify(name))
  const sameName = findId(word)
  if (sameName !== undefined) return { oneOf: [sameName] }
  for (const parts of [splitProseList(word), word.split(/[\s,;&/]+/).filter((part) => part !== '' && part !== 'and')]) {
    const list = parts.map(findId).filter((id) => id !== undefined)
    if (parts.length > 1 && list.length === parts.length) return { list }
  }
  const nearest = closestMatch(slugify(word), ids.values())
  return nearest === undefined ? {} : { oneOf: [nearest] }
}
