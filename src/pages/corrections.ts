import { findStrings } from '../i18n/find-strings.ts'
import { formatDay } from '../i18n/format.ts'
import { typesetText } from '../i18n/typography.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import { articleLink } from './article-teaser.ts'
import { numberedTitle, pagerProps } from './list-page-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'
import { paginate } from './paginate.ts'

/** Returns the pages of all corrections, newest first. */
export function correctionPages(context: PageContext): Output[] {
  const { articles, outlet } = context.site
  const words = findStrings(outlet.language)
  const corrections = articles
    .flatMap((article) => article.front.corrections.map((correction) => ({ article, ...correction })))
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
  return paginate(corrections, outlet.listSize, '/corrections/').map((page) => ({
    url: page.address,
    layout: 'corrections',
    props: {
      ...pageProps(context, page.address, {
        title: numberedTitle(words.corrections, page, outlet.language),
        description: words.correctionsIntro,
      }),
      title: words.corrections,
      intro: words.correctionsIntro,
      corrections: page.items.map(({ article, date, kind, text }) => ({
        kind,
        date: { iso: date, text: formatDay(date, outlet.language) },
        text: typesetText(text, article.language),
        lang: langAttribute(article.language, outlet.language),
        story: articleLink(article),
      })),
      pager: pagerProps(page),
    },
  }))
}
