import type { CompiledFile } from '../compile/document.ts'
import { countryFromSlug, countryName, countrySlug, findCountry } from '../newsroom/country.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { slugify } from '../newsroom/slug.ts'
import { type Taxonomy, type TermReference, termAddress } from '../newsroom/taxonomy.ts'
import type { Term } from '../newsroom/term.ts'
import { compareText, type SiteArticle, type SiteTerm } from './site.ts'

interface MutableTerm extends Omit<SiteTerm, 'articles' | 'name'> {
  name: string
  articles: SiteArticle[]
}

/** How many stories use a word. */
interface Use {
  stories: number
}

/**
 * Indexes stories by their terms, and gives each story its terms.
 *
 * @param articles every story that is published, newest first; their `terms` are filled
 * @param inLists those of them that the pages of terms show
 * @returns the terms by the key of their taxonomy, in the order of their names
 */
export function indexTerms(
  articles: readonly SiteArticle[],
  inLists: ReadonlySet<SiteArticle>,
  files: Readonly<Record<string, readonly CompiledFile<Term>[]>>,
  outlet: Outlet,
): Map<string, SiteTerm[]> {
  const collator = new Intl.Collator(outlet.language)
  return new Map(
    outlet.taxonomies.map((taxonomy) => [
      taxonomy.key,
      indexTaxonomy(taxonomy, articles, inLists, files[taxonomy.key] ?? [], outlet.language).sort(
        (a, b) => collator.compare(a.name, b.name) || compareText(a.id, b.id),
      ),
    ]),
  )
}

function indexTaxonomy(
  taxonomy: Taxonomy,
  articles: readonly SiteArticle[],
  inLists: ReadonlySet<SiteArticle>,
  compiled: readonly CompiledFile<Term>[],
  language: string,
): SiteTerm[] {
  const files = new Map(compiled.map((file) => [termId(taxonomy, file.file.slug), file]))
  const merged = termMerges(taxonomy, compiled)
  const terms = new Map<string, MutableTerm>()
  /** How many stories use each word for a term that is called what most of them call it. */
  const words = new Map<string, Map<string, Use>>()
  /** The term of an id; undefined where it must have a file and has none. */
  const termOf = (id: string): MutableTerm | undefined => {
    let term = terms.get(id)
    if (term === undefined) {
      const file = files.get(id)
      if (taxonomy.needsFile && file?.document === undefined) return undefined
      const address = termAddress(taxonomy, id)
      term = { taxonomy, id, name: id, address, path: file?.file.path, file: file?.document, articles: [] }
      terms.set(id, term)
    }
    return term
  }
  /** Whether a term is called what most stories call it. */
  const isNamedByStories = ({ file }: MutableTerm) => file?.front.name === undefined && taxonomy.values !== 'country'
  const meant = ({ id: written, word }: TermReference): { term: MutableTerm | undefined; use: Use | undefined } => {
    const id = merged.get(written) ?? written
    const term = termOf(id)
    if (term === undefined || id !== written || !isNamedByStories(term)) return { term, use: undefined }
    const uses = words.get(id) ?? new Map<string, Use>()
    words.set(id, uses)
    const use = uses.get(word) ?? { stories: 0 }
    uses.set(word, use)
    return { term, use }
  }
  // Most stories share what says that they belong to a term: it is looked up once.
  const known = new Map<TermReference, ReturnType<typeof meant>>()
  const own: SiteTerm[] = []
  const allListed = inLists.size === articles.length
  articles.forEach((article) => {
    const listed = allListed || inLists.has(article)
    own.length = 0
    for (const reference of article.front.terms[taxonomy.key] ?? []) {
      let found = known.get(reference)
      if (found === undefined) {
        found = meant(reference)
        known.set(reference, found)
      }
      const { term, use } = found
      if (term === undefined || own.includes(term)) continue
      own.push(term)
      if (listed) term.articles.push(article)
      if (use !== undefined) use.stories++
    }
    // A list that grows has room for sixteen more; a copy has none.
    ;(article.terms as Record<string, readonly SiteTerm[]>)[taxonomy.key] = own.slice()
  })
  // A term with a file has its page before its first story; a person's file alone says that somebody writes for the outlet.
  for (const [id, { document }] of files) if (document !== undefined && taxonomy.values === 'id') termOf(id)
  for (const term of terms.values()) term.name = findTermName(term, words.get(term.id), language)
  return [...terms.values()]
}

/** The ids that the files of a taxonomy merge into others. */
export function termMerges(taxonomy: Taxonomy, files: readonly CompiledFile<Term>[]): Map<string, string> {
  return new Map(
    files.flatMap(({ document, file }) =>
      (document?.front.merges ?? []).map((word): [string, string] => [slugify(word), termId(taxonomy, file.slug)]),
    ),
  )
}

/** The id that a term's file stands for: a country's file may be named by its code or its name. */
export function termId(taxonomy: Taxonomy, slug: string): string {
  if (taxonomy.values !== 'country') return slug
  const country = findCountry(slug.toUpperCase()) ?? findCountry(slug)
  return country === undefined ? slug : countrySlug(country)
}

/** The name of a term in a language of the interface: countries have one in each. */
export function localizedTermName(
  { taxonomy, id, name, file }: Pick<SiteTerm, 'taxonomy' | 'id' | 'name' | 'file'>,
  language: string,
): string {
  if (taxonomy.values !== 'country' || file?.front.name !== undefined) return name
  const code = countryFromSlug(id)
  return code === undefined ? name : countryName(code, language)
}

/** The file's name, else the country's, else the word that stories use most. */
function findTermName(term: MutableTerm, words: Map<string, Use> | undefined, language: string): string {
  const given = term.file?.front.name
  if (given !== undefined) return given
  if (term.taxonomy.values === 'country') {
    const code = countryFromSlug(term.id)
    if (code !== undefined) return countryName(code, language)
  }
  const most = [...(words ?? [])].sort(([a, used], [b, other]) => other.stories - used.stories || compareText(a, b))[0]
  return most?.[0] ?? term.id
}
