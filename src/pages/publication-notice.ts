import { findStrings } from '../i18n/find-strings.ts'
import { formatInstant } from '../i18n/format.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Publication } from '../site/publication.ts'

/** The notice in previews that says why readers do not see a page; undefined for published pages. */
export function publicationNotice(publication: Publication, outlet: Outlet): string | undefined {
  const words = findStrings(outlet.language)
  switch (publication.state) {
    case 'published':
      return undefined
    case 'draft':
      return words.draft
    case 'withdrawn':
      return words.withdrawn
    case 'embargoed':
      return words.embargoed(formatInstant(publication.until, outlet))
  }
}
