/** The taxonomies that readers can narrow a search by, with the names of the filters in the search index. */
export const searchFilters = [
  { taxonomyKey: 'countries', name: 'country' },
  { taxonomyKey: 'partners', name: 'partner' },
  { taxonomyKey: 'tags', name: 'tag' },
] as const
