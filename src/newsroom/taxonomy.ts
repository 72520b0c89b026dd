import type { UrlPath } from './url-path.ts'

/**
 * A way to file stories: tags, countries, partners, people, or one that site.yml declares. Each has an index, a page a
 * term, and a feed a term.
 */
export interface Taxonomy {
  /** The name of its folder in content/, such as `people`. */
  key: string
  /** The key in a story's front matter that holds its terms, such as `authors`. */
  field: string
  /** Where a term's page stands; `{id}` is the term's. */
  address: string
  /** What it is called on pages, in the outlet's language. */
  labels: { one: string; many: string }
  /** Whether a term must have a file in the folder; without one it is a problem, with the nearest match. */
  needsFile: boolean
  /** What a writer gives: a free word, the id of a file, or a country. */
  values: 'word' | 'id' | 'country'
  /** Whether its stories are parts of a whole, one behind the other. */
  ordered: boolean
}

/** The four that every newsroom has. Their labels are interface strings. */
export const builtInTaxonomies = [
  { key: 'tags', field: 'tags', address: '/tags/{id}/', needsFile: false, values: 'word' },
  { key: 'countries', field: 'countries', address: '/countries/{id}/', needsFile: false, values: 'country' },
  { key: 'partners', field: 'partners', address: '/partners/{id}/', needsFile: true, values: 'id' },
  { key: 'people', field: 'authors', address: '/people/{id}/', needsFile: true, values: 'id' },
] as const satisfies readonly Omit<Taxonomy, 'labels' | 'ordered'>[]

/** What a story says of a term: its id, and the word that the writer used. */
export interface TermReference {
  id: string
  word: string
}

/** The address of a taxonomy's index: `/tags/{id}/` is below `/tags/`. */
export function indexAddress(taxonomy: Taxonomy): UrlPath {
  return taxonomy.address.replace('{id}/', '') as UrlPath
}

/** The address of a term's page. */
export function termAddress(taxonomy: Taxonomy, id: string): UrlPath {
  return taxonomy.address.replace('{id}', id) as UrlPath
}
