import { languageName, number } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { href } from '../newsroom/url-path.ts'
import { languagesOf } from '../site/languages.ts'
import { listPage } from './article-list.ts'
import type { Output } from './output.ts'
import type { Frame } from './page-context.ts'
import { pagesOfList } from './paginate.ts'

/** The stories in each language that is not the outlet's own. */
export function languagePages(frame: Frame): Output[] {
  const { outlet } = frame.site
  return languagesOf(frame.site).flatMap(({ language, address, articles }) => {
    const ui = interfaceLanguage(language, outlet.language)
    const words = strings(ui)
    const title = words.storiesIn(languageName(language))
    const feed = `${address}feed.xml` as const
    return pagesOfList(articles, outlet.listSize, address).map((page): Output => {
      const label = page.number === undefined ? undefined : words.page(number(page.number, ui))
      return listPage(page, frame, () => ({
        head: {
          title: [title, label].filter(Boolean).join(' · '),
          description: title,
          language: ui === outlet.language ? undefined : ui,
          feed: { title: `${title} — ${outlet.name}`, url: feed },
        },
        around: { title, page: label, links: [], feed: href(feed) },
      }))
    })
  })
}
