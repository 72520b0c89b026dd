import { formatDay, formatNumber, typesetText } from '../i18n/format.ts'
import { strings } from '../i18n/strings.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { Output } from './output.ts'
import { articleTitle, type PageContext, pageProps } from './page-context.ts'
import { paginate } from './paginate.ts'

/** Every correction of every story, the newest first. */
export function correctionPages(context: PageContext): Output[] {
  const { articles, outlet } = context.site
  const words = strings(outlet.language)
  const made = articles
    .flatMap((article) => article.front.corrections.map((correction) => ({ article, ...correction })))
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
  return paginate(made, outlet.listSize, '/corrections/').map((page) => ({
    url: page.address,
    layout: 'corrections',
    props: {
      ...pageProps(context, page.address, {
        title: [words.corrections, page.number && words.page(formatNumber(page.number, outlet.language))]
          .filter(Boolean)
          .join(' · '),
        description: words.correctionsIntro,
      }),
      title: words.corrections,
      intro: words.correctionsIntro,
      corrections: page.items.map(({ article, date, kind, text }) => ({
        kind,
        date: { iso: date, text: formatDay(date, outlet.language) },
        text: typesetText(text, article.language),
        lang: article.language === outlet.language ? undefined : article.language,
        story: { name: articleTitle(article), url: encodeUrlPath(article.address) },
      })),
      pager: { newer: page.newer && encodeUrlPath(page.newer), older: page.older && encodeUrlPath(page.older) },
    },
  }))
}
