import { findStrings } from '../i18n/find-strings.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'

/** Links to everything that the outlet has published: its archive, and the index of each taxonomy. */
export function browseLinks({ language, addresses, taxonomies }: Outlet): { label: string; url: string }[] {
  return [
    { label: findStrings(language).archive, url: encodeUrlPath(addresses.archive as UrlPath) },
    ...taxonomies.map((taxonomy) => ({ label: taxonomy.labels.many, url: encodeUrlPath(indexAddress(taxonomy)) })),
  ]
}
