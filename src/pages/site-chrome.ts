import type { ChromeLink, SiteChrome } from '../../layouts/parts/site-chrome.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { copyrightYear } from '../site/copyright-year.ts'
import { type LinkMap, linkHref } from '../site/resolve-link.ts'
import type { Site } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'
import type { Assets } from './assets.ts'
import { color, type Palettes } from './palettes.ts'

/**
 * Builds the part of every page that belongs to the site.
 *
 * @param palettes the colors of the site
 * @param publicFiles the files of public/: an icon among them replaces the default one
 */
export function buildSiteChrome(
  site: Site,
  links: LinkMap,
  assets: Assets,
  palettes: Palettes,
  publicFiles: readonly StaticFile[],
): SiteChrome {
  const { name, description, language, menu, social, contact, onion, textEdition, search, offline } = site.outlet
  const { footer, give, theme } = site.outlet
  const { stylesheet, script, previewScript } = assets
  const publishedLinks = <Link extends ChromeLink>(list: readonly Link[]): Link[] =>
    list.flatMap((link) => {
      const url = linkHref(link.url, '', links)
      return url === undefined ? [] : [{ ...link, url }]
    })
  return {
    name,
    description,
    language,
    logo: assets.logo,
    menu: publishedLinks(menu).map((link) => ({ ...link, links: publishedLinks(link.links) })),
    give: publishedLinks(give === undefined ? [] : [give])[0],
    social,
    footer: {
      groups: footer.groups
        .map(({ title, links }) => ({ title, links: publishedLinks(links) }))
        .filter(({ links }) => links.length > 0),
      text: footer.text,
    },
    onion,
    textEdition,
    search,
    offline,
    email: contact.email,
    phone: contact.phone,
    address: contact.address,
    year: copyrightYear(site),
    icon:
      (theme.icon === undefined ? iconNames.find((icon) => publicFiles.some(({ url }) => url === icon)) : undefined) ??
      assets.icon,
    themeColors: { light: color(palettes.light, 'accent'), dark: color(palettes.dark, 'paper') },
    stylesheet,
    script,
    preview: site.audience === 'desk',
    previewScript,
  }
}

/** The names of an outlet's own icon in public/. */
const iconNames: readonly UrlPath[] = ['/favicon.svg', '/favicon.png', '/favicon.ico']
