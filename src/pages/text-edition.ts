import { isOver } from '../newsroom/action.ts'
import { type Address, absolute, href } from '../newsroom/address.ts'
import { direction } from '../newsroom/language.ts'
import { answersOf } from '../site/actions.ts'
import { bodyAsText } from '../site/bodies.ts'
import { linkHref } from '../site/links.ts'
import type { SiteArticle } from '../site/site.ts'
import { dayInWords, inType, listed, number, shownTime } from '../site/words.ts'
import { interfaceLanguage, strings } from '../strings/strings.ts'
import { type Frame, summaryOf, titleOf } from './frame.ts'
import type { Output } from './output.ts'
import { pagesOfList } from './pages-of-list.ts'

/** How many headlines stand on a page of the list. */
const listSize = 25

/** Where a story stands in the text edition. */
export const textAddress = ({ slug }: Pick<SiteArticle, 'slug'>): Address => `/text/story/${slug}/`

/** The site for slow, dear and watched lines: the same stories without pictures, styles and scripts, where the outlet wants it. */
export function textPages(frame: Frame): Output[] {
  const { outlet, articles, inLists } = frame.site
  if (!outlet.textEdition) return []
  const words = strings(outlet.language)
  const lists = pagesOfList(inLists, listSize, '/text/').map(
    (page): Output => ({
      url: page.address,
      layout: 'text-list',
      props: {
        language: outlet.language,
        outlet: outlet.name,
        title: [words.textEdition, page.number && words.page(number(page.number, outlet.language))]
          .filter(Boolean)
          .join(' · '),
        about: words.textEditionAbout,
        canonical: absolute(outlet.url, page.address),
        stories: page.items.map((article) => ({
          title: titleOf(article),
          url: href(textAddress(article)),
          lang: article.language === outlet.language ? undefined : article.language,
          date: shownTime(article.front.date, outlet.language).text,
        })),
        newer: page.newer && href(page.newer),
        older: page.older && href(page.older),
      },
    }),
  )
  return [...lists, ...articles.map((article) => textPage(article, frame))]
}

function textPage(article: SiteArticle, frame: Frame): Output {
  const { outlet, today } = frame.site
  const { front, language } = article
  const { toldBy, askedBy } = answersOf(frame.site)
  const linkTo = (other: SiteArticle) => ({ name: titleOf(other), url: href(textAddress(other)) })
  return {
    url: textAddress(article),
    layout: 'text-story',
    source: article.path,
    get props() {
      const ui = interfaceLanguage(language, outlet.language)
      const words = strings(ui)
      const authors = (article.terms.people ?? []).map(({ name }) => name)
      return {
        language: ui,
        outlet: outlet.name,
        title: titleOf(article),
        description: summaryOf(article),
        canonical: absolute(outlet.url, article.address),
        lang: ui === language ? undefined : language,
        dir: direction(language) === direction(ui) ? undefined : direction(language),
        byline: [
          ...(authors.length === 0 ? [] : [`${words.by} ${listed(authors, ui)}`]),
          shownTime(front.date, ui).text,
        ].join(' · '),
        text: bodyAsText(article, frame),
        answers: [
          { label: words.answeredIn, links: (toldBy.get(article) ?? []).map(linkTo) },
          { label: words.answerTo, links: (askedBy.get(article) ?? []).map(linkTo) },
        ].filter(({ links }) => links.length > 0),
        actions: front.actions
          .filter((action) => !isOver(action, today))
          .map(({ kind, text, url, until }) => ({
            text: `${words.actionKinds[kind]}: ${inType(text, language)}`,
            label: words.actionLinks[kind],
            url: url === undefined ? undefined : linkHref(url, article.path, frame.links),
            until: until === undefined ? undefined : words.actionUntil(dayInWords(until, ui)),
          })),
        corrections: front.corrections.map(
          ({ kind, date, text }) =>
            `${words.correctionKinds[kind]}, ${dayInWords(date, ui)}: ${inType(text, language)}`,
        ),
        full: href(article.address),
      }
    },
  }
}
