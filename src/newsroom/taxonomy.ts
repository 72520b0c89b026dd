import type { UrlPath } from './url-path.ts'

/**
 * A way to file articles: tags, countries, partners, people, or one that site.yml declares. Each has an index, and a page and a feed
 * for each term.
 */
export interface Taxonomy {
  /** The name of its folder in content/, such as `people`. */
  key: string
  /** The key of the terms in an article's front matter, such as `authors`. */
  field: string
  /** The address of a term's page; `{id}` stands for the term's id. */
  address: string
  /** Its names on pages, in the outlet's language. */
  labels: { one: string; many: string }
  /** True if each term must have a file in the folder. */
  needsFile: boolean
  /** The values that writers give: free words, ids of files, or countries. */
  values: 'word' | 'id' | 'country'
  /** True if its articles are parts that follow each other, as in a series. */
  ordered: boolean
}

/** The taxonomies that every outlet has. Their labels are interface strings. */
export const builtInTaxonomies = [
  { key: 'tags', field: 'tags', address: '/tags/{id}/', needsFile: false, values: 'word' },
  { key: 'countries', field: 'countries', address: '/countries/{id}/', needsFile: false, values: 'country' },
  { key: 'partners', field: 'partners', address: '/partners/{id}/', needsFile: true, values: 'id' },
  { key: 'people', field: 'authors', address: '/people/{id}/', needsFile: true, values: 'id' },
] as const satisfies readonly Omit<Taxonomy, 'labels' | 'ordered'>[]

/** A reference to a term in an article: its id, and the word that the writer used. */
export interface TermReference {
  id: string
  word: string
}

/** Returns the address of a taxonomy's index: `/tags/` for `/tags/{id}/`. */
export function indexAddress(taxonomy: Taxonomy): UrlPath {
  return taxonomy.address.replace('{id}/', '') as UrlPath
}

/** Returns the address of a term's page. */
export function termAddress(taxonomy: Taxonomy, id: string): UrlPath {
  return taxonomy.address.replace('{id}', id) as UrlPath
}
