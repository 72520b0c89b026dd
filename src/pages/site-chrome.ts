import type { SiteChrome } from '../../layouts/parts/site-chrome.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { type LinkMap, linkHref } from '../site/resolve-link.ts'
import type { Site } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'
import type { Assets } from './assets.ts'

/**
 * What every page shows of the outlet.
 *
 * @param files the files of public/: an icon among them takes the place of ours
 */
export function buildSiteChrome(site: Site, links: LinkMap, assets: Assets, files: readonly StaticFile[]): SiteChrome {
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
    icon: icons.find((icon) => files.some(({ url }) => url === icon)) ?? assets.icon,
    stylesheet,
    script,
    preview: site.audience === 'desk',
    previewScript,
  }
}

/** What an outlet's own icon may be called, in public/. */
const icons: readonly UrlPath[] = ['/favicon.svg', '/favicon.png', '/favicon.ico']

/** The year of the newest story: a footer that changed at midnight on New Year's Eve would change every page. */
function copyrightYear({ articles, today }: Site): string {
  return (articles[0]?.front.date.day ?? today).slice(0, 4)
}
