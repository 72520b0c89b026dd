import { typesetText } from '../i18n/typography.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import { direction } from '../newsroom/language.ts'
import { resolvePageBody } from '../site/resolve-body.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'
import { publicationNotice } from './publication-notice.ts'

/** Returns the pages of content/pages/, such as About. */
export function staticPages(context: PageContext): Output[] {
  const { site, outlet } = context
  return site.pages.map((page) => {
    const lang = langAttribute(page.language, outlet.language)
    const title = typesetText(page.front.title, page.language)
    return {
      url: page.address,
      layout: 'static-page',
      source: page.path,
      props: {
        ...pageProps(context, page.address, { title, description: page.front.summary ?? page.body.excerpt }),
        title,
        text: resolvePageBody(page, context),
        lang,
        dir: lang !== undefined && direction(lang) === 'rtl' ? 'rtl' : undefined,
        notice: publicationNotice(page.publication, outlet),
      },
    }
  })
}
