import { typesetText } from '../i18n/format.ts'
import { strings } from '../i18n/strings.ts'
import { direction } from '../newsroom/language.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { staticPageBody } from '../site/resolve-body.ts'
import type { Output } from './output.ts'
import { type PageContext, pageProps, publicationNotice } from './page-context.ts'

/** Pages that stand by themselves, and the page for addresses that lead to none. */
export function staticPages(context: PageContext): Output[] {
  const { site } = context
  const { outlet } = site
  const words = strings(outlet.language)
  const pages = site.pages.map((page): Output => {
    const foreign = page.language === outlet.language ? undefined : page.language
    const title = typesetText(page.front.title, page.language)
    return {
      url: page.address,
      layout: 'static-page',
      source: page.path,
      props: {
        ...pageProps(context, page.address, { title, description: page.front.summary ?? page.body.excerpt }),
        title,
        text: staticPageBody(page, context),
        lang: foreign,
        dir: foreign !== undefined && direction(foreign) === 'rtl' ? 'rtl' : undefined,
        notice: publicationNotice(page.publication, context.outlet),
      },
    }
  })
  return [
    ...pages,
    {
      url: '/404.html',
      layout: 'not-found',
      inSitemap: false,
      props: {
        ...pageProps(context, undefined, { title: words.notFoundTitle, description: words.notFound, hidden: true }),
        ways: [
          { label: words.home, url: '/' },
          { label: words.archive, url: encodeUrlPath(outlet.addresses.archive as '/') },
          ...outlet.taxonomies.map((taxonomy) => ({
            label: taxonomy.labels.many,
            url: encodeUrlPath(indexAddress(taxonomy)),
          })),
        ],
      },
    },
  ]
}
