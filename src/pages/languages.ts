import { findStrings, interfaceLanguage } from '../i18n/find-strings.ts'
import { languageName } from '../i18n/format.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import { encodeUrlPath, feedAddress } from '../newsroom/url-path.ts'
import { findLanguages } from '../site/languages.ts'
import { articleListPage } from './article-list.ts'
import { joinTitle, pageLabel } from './list-page-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { paginate } from './paginate.ts'

/** Returns a list of the articles in each language besides the outlet's. */
export function languagePages(context: PageContext): Output[] {
  const { outlet } = context.site
  return findLanguages(context.site).flatMap(({ language, address, articles }) => {
    const ui = interfaceLanguage(language, outlet.language)
    const title = findStrings(ui).storiesIn(languageName(language))
    const feed = feedAddress(address)
    return paginate(articles, outlet.listSize, address).map((page) => {
      const label = pageLabel(page, ui)
      return articleListPage(page, context, () => ({
        head: {
          title: joinTitle(title, label),
          description: title,
          language: langAttribute(ui, outlet.language),
          feed: { title: `${title} — ${outlet.name}`, url: feed },
        },
        intro: { title, page: label, links: [], feed: encodeUrlPath(feed) },
      }))
    })
  })
}
