import type { UrlPath } from '../../src/newsroom/url-path.ts'

/** The part of every page that belongs to the site: its name, menu and footer, and the files that pages load. */
export interface SiteChrome {
  name: string
  description: string
  language: string
  menu: readonly { label: string; url: string }[]
  social: readonly { label: string; url: string }[]
  /** The address of the same site as an onion service. */
  onion?: string | undefined
  email: string
  /** True if the site has a search. */
  search: boolean
  /** True if readers can save pages to their device. */
  offline: boolean
  /** True if the site has a text edition. */
  textEdition: boolean
  /** The year of the copyright notice. */
  year: string
  icon: UrlPath
  stylesheet: UrlPath
  script: UrlPath
  preview: boolean
  /** The script that shows problems in previews. */
  previewScript?: string | undefined
}
