import type { UrlPath } from '../../src/newsroom/url-path.ts'

/** The picture in the place of the outlet's name. */
export interface Logo {
  url: UrlPath
  width: number
  height: number
}

/** A link of a menu, or of the footer. */
export interface ChromeLink {
  label: string
  url: string
}

/** The part of every page that belongs to the site: its name, menu and footer, and the files that pages load. */
export interface SiteChrome {
  name: string
  description: string
  language: string
  /** The picture in the place of the name. */
  logo?: Logo | undefined
  /** The links of the menu, and those of the menus below them. */
  menu: readonly (ChromeLink & { links: readonly ChromeLink[] })[]
  /** Where readers can give. */
  give?: ChromeLink | undefined
  social: readonly ChromeLink[]
  footer: { groups: readonly { title: string; links: readonly ChromeLink[] }[]; text?: string | undefined }
  /** The address of the same site as an onion service. */
  onion?: string | undefined
  email: string
  phone?: string | undefined
  /** The postal address. */
  address?: string | undefined
  /** True if the site has a search. */
  search: boolean
  /** True if readers can save pages to their device. */
  offline: boolean
  /** True if the site has a text edition. */
  textEdition: boolean
  /** The year of the copyright notice. */
  year: string
  icon: UrlPath
  /** The colors of the browser around the page, by color scheme. */
  themeColors: { light: string; dark: string }
  stylesheet: UrlPath
  script: UrlPath
  preview: boolean
  /** The script that shows problems in previews. */
  previewScript?: string | undefined
}
