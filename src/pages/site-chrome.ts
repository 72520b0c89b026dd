import type { SiteChrome } from '../../layouts/parts/site-chrome.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { type LinkMap, linkHref } from '../site/resolve-link.ts'
import type { Site } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'
import type { Assets } from './assets.ts'

/**
 * Builds the part of every page that belongs to the site.
 *
 * @param publicFiles the files of public/: an icon among them replaces the default one
 */
export function buildSiteChrome(
  site: Site,
  links: LinkMap,
  assets: Assets,
  publicFiles: readonly StaticFile[],
): SiteChrome {
  const { name, description, language, menu, social, contact, onion, textEdition, search, offline } = site.outlet
  const { stylesheet, script, previewScript } = assets
  return {
    name,
    description,
    language,
    menu: menu.flatMap(({ label, url }) => {
      const target = linkHref(url, '', links)
      return target === undefined ? [] : [{ label, url: target }]
    }),
    social,
    onion,
    textEdition,
    search,
    offline,
    email: contact.email,
    year: copyrightYear(site),
    icon: iconNames.find((icon) => publicFiles.some(({ url }) => url === icon)) ?? assets.icon,
    stylesheet,
    script,
    preview: site.audience === 'desk',
    previewScript,
  }
}

/** The names of an outlet's own icon in public/. */
const iconNames: readonly UrlPath[] = ['/favicon.svg', '/favicon.png', '/favicon.ico']

/** The year of the newest article, so that New Year does not change the footer of every page. */
function copyrightYear({ articles, today }: Site): string {
  return (articles[0]?.front.date.day ?? today).slice(0, 4)
}
