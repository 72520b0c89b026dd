import { formatTime } from '../i18n/format.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { searchFilters } from '../site/search-filters.ts'
import type { Site, SiteArticle } from '../site/site.ts'

/** An article in the search index. */
export interface SearchRecord {
  url: string
  /** The hash of its text. */
  body: string
  language: string
  title: string
  /** The date as readers see it. */
  date: string
  /** The day as YYYY-MM-DD, to sort by. */
  day: string
  place: string | undefined
  filters: [name: string, value: string][]
}

export function createSearchRecord(
  { address, body, front, language, terms }: SiteArticle,
  { outlet }: Site,
): SearchRecord {
  return {
    url: encodeUrlPath(address),
    body: body.hash,
    language,
    title: front.title,
    date: formatTime(front.date, outlet.language).text,
    day: front.date.day,
    place: body.dateline?.place,
    filters: searchFilters.flatMap(({ taxonomyKey, name: filter }) =>
      (terms[taxonomyKey] ?? []).map(({ name }): [string, string] => [filter, name]),
    ),
  }
}

/** Returns everything that the record of an article depends on, without making it: archives have tens of thousands. */
export function findSearchRecordInputs({ fingerprints, address, terms }: SiteArticle): string[] {
  const filterValues = searchFilters.flatMap(({ taxonomyKey }) => (terms[taxonomyKey] ?? []).map(({ name }) => name))
  return [fingerprints.document, address, ...filterValues]
}
