import type { CompiledFile } from '../compile/document.ts'
import { countryFromSlug, countryName, countrySlug, findCountry } from '../newsroom/country.ts'
import { slugify } from '../newsroom/slug.ts'
import type { Taxonomy } from '../newsroom/taxonomy.ts'
import type { Term } from '../newsroom/term.ts'
import type { SiteTerm } from './site.ts'

/** The terms that the files of a taxonomy merge into others: the id of each merged term, and the id that takes its place. */
export function termMerges(taxonomy: Taxonomy, files: readonly CompiledFile<Term>[]): Map<string, string> {
  return new Map(
    files.flatMap(({ document, file }) =>
      (document?.front.merges ?? []).map((word): [string, string] => [slugify(word), termId(taxonomy, file.slug)]),
    ),
  )
}

/** The id of the term that a file describes. The file of a country may be named by its code or its name. */
export function termId(taxonomy: Taxonomy, slug: string): string {
  if (taxonomy.values !== 'country') return slug
  const country = findCountry(slug.toUpperCase()) ?? findCountry(slug)
  return country === undefined ? slug : countrySlug(country)
}

/** The name of a term in a language of the interface. Countries have a name in each; other terms keep theirs. */
export function localizedTermName(
  { taxonomy, id, name, file }: Pick<SiteTerm, 'taxonomy' | 'id' | 'name' | 'file'>,
  language: string,
): string {
  if (taxonomy.values !== 'country' || file?.front.name !== undefined) return name
  const code = countryFromSlug(id)
  return code === undefined ? name : countryName(code, language)
}
