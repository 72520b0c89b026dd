import type { CompiledFile } from '../compile/document.ts'
import { countryFromSlug, countryName } from '../newsroom/country.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { type Taxonomy, type TermReference, termAddress } from '../newsroom/taxonomy.ts'
import type { Term } from '../newsroom/term.ts'
import type { SiteArticle, SiteTerm } from './site.ts'
import { compareText } from './sort-order.ts'
import { termId, termMerges } from './terms.ts'

interface MutableTerm extends Omit<SiteTerm, 'articles' | 'name'> {
  name: string
  articles: SiteArticle[]
}

/** How many articles use a word for a term. */
interface WordUse {
  articles: number
}

/**
 * Indexes articles by their terms, and gives each article its terms.
 *
 * @param articles all articles of the site, newest first; their `terms` are filled in
 * @param listedArticles those that the pages of terms show
 * @param files the files of terms, by the key of the taxonomy
 * @returns the terms by the key of their taxonomy, in the order of their names
 */
export function indexTerms(
  articles: readonly SiteArticle[],
  listedArticles: ReadonlySet<SiteArticle>,
  files: Readonly<Record<string, readonly CompiledFile<Term>[]>>,
  outlet: Outlet,
): Map<string, SiteTerm[]> {
  const collator = new Intl.Collator(outlet.language)
  return new Map(
    outlet.taxonomies.map((taxonomy) => [
      taxonomy.key,
      indexTaxonomy(taxonomy, articles, listedArticles, files[taxonomy.key] ?? [], outlet.language).sort(
        (a, b) => collator.compare(a.name, b.name) || compareText(a.id, b.id),
      ),
    ]),
  )
}

function indexTaxonomy(
  taxonomy: Taxonomy,
  articles: readonly SiteArticle[],
  listedArticles: ReadonlySet<SiteArticle>,
  compiledFiles: readonly CompiledFile<Term>[],
  language: string,
): SiteTerm[] {
  const files = new Map(compiledFiles.map((compiled) => [termId(taxonomy, compiled.file.slug), compiled]))
  const merges = termMerges(taxonomy, compiledFiles)
  const terms = new Map<string, MutableTerm>()
  /** By term id: the words that articles use for a term without a name of its own. */
  const wordUses = new Map<string, Map<string, WordUse>>()
  /** Returns undefined for a term that needs a file and has none. */
  const getTerm = (id: string): MutableTerm | undefined => {
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
  const isNamedByArticles = ({ file }: MutableTerm) => file?.front.name === undefined && taxonomy.values !== 'country'
  const resolve = ({
    id: writtenId,
    word,
  }: TermReference): { term: MutableTerm | undefined; use: WordUse | undefined } => {
    const id = merges.get(writtenId) ?? writtenId
    const term = getTerm(id)
    if (term === undefined || id !== writtenId || !isNamedByArticles(term)) return { term, use: undefined }
    const uses = wordUses.get(id) ?? new Map<string, WordUse>()
    wordUses.set(id, uses)
    const use = uses.get(word) ?? { articles: 0 }
    uses.set(word, use)
    return { term, use }
  }
  // Most articles share reference objects, so each is resolved once.
  const resolved = new Map<TermReference, ReturnType<typeof resolve>>()
  const articleTerms: SiteTerm[] = []
  const allListed = listedArticles.size === articles.length
  articles.forEach((article) => {
    const listed = allListed || listedArticles.has(article)
    articleTerms.length = 0
    for (const reference of article.front.terms[taxonomy.key] ?? []) {
      let result = resolved.get(reference)
      if (result === undefined) {
        result = resolve(reference)
        resolved.set(reference, result)
      }
      const { term, use } = result
      if (term === undefined || articleTerms.includes(term)) continue
      articleTerms.push(term)
      if (listed) term.articles.push(article)
      if (use !== undefined) use.articles++
    }
    // An array that grows reserves room for sixteen more elements; a copy reserves none.
    ;(article.terms as Record<string, readonly SiteTerm[]>)[taxonomy.key] = articleTerms.slice()
  })
  // A term with a file has its page before its first article.
  for (const [id, { document }] of files) if (document !== undefined && taxonomy.values === 'id') getTerm(id)
  for (const term of terms.values()) term.name = findTermName(term, wordUses.get(term.id), language)
  return [...terms.values()]
}

/** The name in the term's file, else that of the country, else the word that most articles use. */
function findTermName(term: MutableTerm, uses: Map<string, WordUse> | undefined, language: string): string {
  const ownName = term.file?.front.name
  if (ownName !== undefined) return ownName
  if (term.taxonomy.values === 'country') {
    const code = countryFromSlug(term.id)
    if (code !== undefined) return countryName(code, language)
  }
  const [mostUsed] = [...(uses ?? [])].sort(
    ([wordA, a], [wordB, b]) => b.articles - a.articles || compareText(wordA, wordB),
  )
  return mostUsed?.[0] ?? term.id
}
