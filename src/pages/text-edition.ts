import { findStrings } from '../i18n/find-strings.ts'
import { formatTime } from '../i18n/format.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import { absoluteUrl, encodeUrlPath } from '../newsroom/url-path.ts'
import { articleTitle } from './article-teaser.ts'
import { numberedTitle, pagerProps } from './list-page-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { paginate } from './paginate.ts'
import { textAddress, textStoryPage } from './text-story.ts'

/** How many headlines a page of the list shows. */
const listSize = 25

/**
 * Returns the text edition, if the outlet has one: the same articles without pictures, styles and scripts, for slow, expensive and
 * monitored connections.
 */
export function textPages(context: PageContext): Output[] {
  const { outlet, articles } = context.site
  if (!outlet.textEdition) return []
  return [...textListPages(context), ...articles.map((article) => textStoryPage(article, context))]
}

function textListPages({ site: { outlet, listedArticles } }: PageContext): Output[] {
  const words = findStrings(outlet.language)
  return paginate(listedArticles, listSize, '/text/').map((page) => ({
    url: page.address,
    layout: 'text-list',
    inSitemap: false,
    props: {
      language: outlet.language,
      outlet: outlet.name,
      title: numberedTitle(words.textEdition, page, outlet.language),
      about: words.textEditionAbout,
      canonical: absoluteUrl(outlet.url, page.address),
      stories: page.items.map((article) => ({
        title: articleTitle(article),
        url: encodeUrlPath(textAddress(article)),
        lang: langAttribute(article.language, outlet.language),
        date: formatTime(article.front.date, outlet.language).text,
      })),
      ...pagerProps(page),
    },
  }))
}
