import type { Printed } from '../fingerprint/hashed.ts'
import { dayInWords, inType, listed, number, shownTime } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { direction } from '../newsroom/language.ts'
import { type Address, absolute, href } from '../newsroom/url-path.ts'
import { answersOf } from '../site/open-actions.ts'
import { plainText, type Resolved, resolveHoles } from '../site/resolve-body.ts'
import type { SiteArticle } from '../site/site.ts'
import { type Output, outputOf } from './output.ts'
import {
  actionsToday,
  type Frame,
  type Outside,
  outsideOf,
  type Setting,
  type Story,
  settingOf,
  storyOf,
  summaryOf,
  titleOf,
} from './page-context.ts'
import { pagesOfList } from './paginate.ts'

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

/** What the text of a story is made of, as the site has it today. */
interface Parts {
  setting: Printed<Setting>
  story: Printed<Story>
  text: readonly Resolved[]
  authors: readonly string[]
  answers: readonly Printed<Outside>[]
  answerTo: readonly Printed<Outside>[]
  /** Of each action of front matter, whether its last day is past, and where it leads. */
  actions: readonly { over: boolean; url: string | undefined }[]
}

function textPage(article: SiteArticle, frame: Frame): Output {
  const partsOf = (): Parts => {
    const { toldBy, askedBy } = answersOf(frame.site)
    return {
      setting: settingOf(frame),
      story: storyOf(article),
      text: resolveHoles(article, frame),
      authors: (article.terms.people ?? []).map(({ name }) => name),
      answers: (toldBy.get(article) ?? []).map(outsideOf),
      answerTo: (askedBy.get(article) ?? []).map(outsideOf),
      actions: actionsToday(article, frame),
    }
  }
  return outputOf({ url: textAddress(article), layout: 'text-story', source: article.path }, partsOf, propsOf)
}

function propsOf(parts: Parts): Extract<Output, { layout: 'text-story' }>['props'] {
  const { authors } = parts
  const { outlet } = parts.setting.value
  const article = parts.story.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const words = strings(ui)
  const link = ({ value }: Printed<Outside>) => ({ name: titleOf(value), url: href(textAddress(value)) })
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
    text: plainText(article, parts.text, outlet.language),
    answers: [
      { label: words.answeredIn, links: parts.answers.map(link) },
      { label: words.answerTo, links: parts.answerTo.map(link) },
    ].filter(({ links }) => links.length > 0),
    actions: front.actions.flatMap(({ kind, text, until }, index) => {
      const { over, url } = parts.actions[index] ?? { over: true, url: undefined }
      if (over) return []
      return {
        text: `${words.actionKinds[kind]}: ${inType(text, language)}`,
        label: words.actionLinks[kind],
        url,
        until: until === undefined ? undefined : words.actionUntil(dayInWords(until, ui)),
      }
    }),
    corrections: front.corrections.map(
      ({ kind, date, text }) => `${words.correctionKinds[kind]}, ${dayInWords(date, ui)}: ${inType(text, language)}`,
    ),
    full: href(article.address),
  }
}
