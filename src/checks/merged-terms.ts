import type { Content } from '../compile/compile-content.ts'
import { slugify } from '../newsroom/slug.ts'
import type { Taxonomy } from '../newsroom/taxonomy.ts'
import { mergeConflict } from '../problems/catalogue/terms.ts'
import type { Problem } from '../problems/problem.ts'
import { defineCheck, problemIn } from './check.ts'

export const mergedTerms = defineCheck({
  name: 'merged-terms',
  rule: 'A word is merged into one term, and has no file of its own.',
  stage: 'content',
  run({ content, outlet }) {
    return outlet.taxonomies
      .filter(({ values }) => values === 'word')
      .flatMap((taxonomy) => findConflicts(taxonomy, content.terms[taxonomy.key] ?? []))
  },
})

function findConflicts(taxonomy: Taxonomy, files: Content['terms'][string]): Problem[] {
  const ids = new Set(files.map(({ file }) => file.slug))
  const mergedInto = new Map<string, string>()
  return files.flatMap((term) =>
    (term.document?.front.merges ?? []).flatMap((word, index) => {
      const id = slugify(word)
      const other = mergedInto.get(id) ?? (ids.has(id) ? id : undefined)
      mergedInto.set(id, term.file.slug)
      return other === undefined
        ? []
        : [problemIn(term, mergeConflict(word, `${taxonomy.key}/${other}.md`), 'merges', index)]
    }),
  )
}
