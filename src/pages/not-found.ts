import { findStrings } from '../i18n/find-strings.ts'
import { browseLinks } from './browse-links.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'

/** Returns the page that hosts show for an address that does not exist. */
export function notFoundPage(context: PageContext): Output[] {
  const words = findStrings(context.outlet.language)
  return [
    {
      url: '/404.html',
      layout: 'not-found',
      inSitemap: false,
      props: {
        ...pageProps(context, undefined, { title: words.notFoundTitle, description: words.notFound, hidden: true }),
        links: [{ label: words.home, url: '/' }, ...browseLinks(context.outlet)],
      },
    },
  ]
}
