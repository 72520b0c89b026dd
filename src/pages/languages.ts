import { formatNumber, languageName } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { findLanguages } from '../site/languages.ts'
import { articleListPage } from './article-list.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { paginate } from './paginate.ts'

/** The stories in each language that is not the outlet's own. */
export function languagePages(context: PageContext): Output[] {
  const { outlet } = context.site
  return findLanguages(context.site).flatMap(({ language, address, articles }) => {
    const ui = interfaceLanguage(language, outlet.language)
    const words = strings(ui)
    const title = words.storiesIn(languageName(language))
    const feed = `${address}feed.xml` as const
    return paginate(articles, outlet.listSize, address).map((page): Output => {
      const label = page.number === undefined ? undefined : words.page(formatNumber(page.number, ui))
      return articleListPage(page, context, () => ({
        head: {
          title: [title, label].filter(Boolean).join(' · '),
          description: title,
          language: ui === outlet.language ? undefined : ui,
          feed: { title: `${title} — ${outlet.name}`, url: feed },
        },
        around: { title, page: label, links: [], feed: encodeUrlPath(feed) },
      }))
    })
  })
}
