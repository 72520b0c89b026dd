import { dayInWords, inType, number } from '../i18n/format.ts'
import { strings } from '../i18n/strings.ts'
import { href } from '../newsroom/url-path.ts'
import type { Output } from './output.ts'
import { type Frame, pageProps, titleOf } from './page-context.ts'
import { pagesOfList } from './paginate.ts'

/** Every correction of every story, the newest first. */
export function correctionPages(frame: Frame): Output[] {
  const { articles, outlet } = frame.site
  const words = strings(outlet.language)
  const made = articles
    .flatMap((article) => article.front.corrections.map((correction) => ({ article, ...correction })))
    .toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
  return pagesOfList(made, outlet.listSize, '/corrections/').map((page) => ({
    url: page.address,
    layout: 'corrections',
    props: {
      ...pageProps(frame, page.address, {
        title: [words.corrections, page.number && words.page(number(page.number, outlet.language))]
          .filter(Boolean)
          .join(' · '),
        description: words.correctionsIntro,
      }),
      title: words.corrections,
      intro: words.correctionsIntro,
      corrections: page.items.map(({ article, date, kind, text }) => ({
        kind,
        date: { iso: date, text: dayInWords(date, outlet.language) },
        text: inType(text, article.language),
        lang: article.language === outlet.language ? undefined : article.language,
        story: { name: titleOf(article), url: href(article.address) },
      })),
      pager: { newer: page.newer && href(page.newer), older: page.older && href(page.older) },
    },
  }))
}
