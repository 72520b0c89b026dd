import type { SiteChrome } from '../../layouts/parts/site-chrome.ts'
import { fingerprint } from '../fingerprint/hash.ts'
import { Hashed } from '../fingerprint/hashed.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { BodyContext } from '../site/resolve-deferred-placeholders.ts'
import type { StaticFile } from '../site/static-file.ts'
import type { Assets } from './assets.ts'
import type { Palette } from './palettes.ts'

/** Everything that pages and feeds are made from: the site, its media and links, its assets and its settings. */
export interface PageContext extends BodyContext, PageSettings {
  assets: Assets
  /** The addresses of pages of templates, for the sitemap. */
  customUrls?: readonly UrlPath[] | undefined
  /** The colors of the light scheme, for social cards. */
  palette: Palette
  /** The file of the outlet's own icon. */
  icon?: StaticFile | undefined
  /** The version of the code that draws social cards. */
  socialCardVersion?: string | undefined
}

/** The values that all pages share. */
export interface PageSettings {
  chrome: SiteChrome
  outlet: Outlet
}

/** Returns the settings with their fingerprint, which is computed once a build. */
export function hashedSettings({ chrome, outlet }: PageSettings): Hashed<PageSettings> {
  let settings = settingsByChrome.get(chrome)
  if (settings === undefined) {
    settings = new Hashed({ chrome, outlet }, fingerprint(JSON.stringify([chrome, outlet])))
    settingsByChrome.set(chrome, settings)
  }
  return settings
}

const settingsByChrome = new WeakMap<SiteChrome, Hashed<PageSettings>>()
