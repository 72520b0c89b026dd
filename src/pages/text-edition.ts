import type { Hashed } from '../fingerprint/hashed.ts'
import { formatDay, formatList, formatNumber, formatTime, typesetText } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { direction } from '../newsroom/language.ts'
import { absoluteUrl, encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { findAnswers } from '../site/open-actions.ts'
import { plainBody, type ResolvedTarget, resolveDeferred } from '../site/resolve-body.ts'
import type { SiteArticle } from '../site/site.ts'
import { lazyPage, type Output } from './output.ts'
import {
  type ArticleTeaser,
  actionStates,
  articleSummary,
  articleTitle,
  type FullArticle,
  hashedArticle,
  hashedSettings,
  hashedTeaser,
  type PageContext,
  type PageSettings,
} from './page-context.ts'
import { paginate } from './paginate.ts'

/** How many headlines stand on a page of the list. */
const listSize = 25

/** Where a story stands in the text edition. */
export const textAddress = ({ slug }: Pick<SiteArticle, 'slug'>): UrlPath => `/text/story/${slug}/`

/** The site for slow, dear and watched lines: the same stories without pictures, styles and scripts, where the outlet wants it. */
export function textPages(context: PageContext): Output[] {
  const { outlet, articles, listedArticles } = context.site
  if (!outlet.textEdition) return []
  const words = strings(outlet.language)
  const lists = paginate(listedArticles, listSize, '/text/').map(
    (page): Output => ({
      url: page.address,
      layout: 'text-list',
      inSitemap: false,
      props: {
        language: outlet.language,
        outlet: outlet.name,
        title: [words.textEdition, page.number && words.page(formatNumber(page.number, outlet.language))]
          .filter(Boolean)
          .join(' · '),
        about: words.textEditionAbout,
        canonical: absoluteUrl(outlet.url, page.address),
        stories: page.items.map((article) => ({
          title: articleTitle(article),
          url: encodeUrlPath(textAddress(article)),
          lang: article.language === outlet.language ? undefined : article.language,
          date: formatTime(article.front.date, outlet.language).text,
        })),
        newer: page.newer && encodeUrlPath(page.newer),
        older: page.older && encodeUrlPath(page.older),
      },
    }),
  )
  return [...lists, ...articles.map((article) => textPage(article, context))]
}

/** What the text of a story is made of, as the site has it today. */
interface Parts {
  settings: Hashed<PageSettings>
  story: Hashed<FullArticle>
  text: readonly ResolvedTarget[]
  authors: readonly string[]
  answers: readonly Hashed<ArticleTeaser>[]
  answerTo: readonly Hashed<ArticleTeaser>[]
  /** Of each action of front matter, whether its last day is past, and where it leads. */
  actions: readonly { over: boolean; url: string | undefined }[]
}

function textPage(article: SiteArticle, context: PageContext): Output {
  const partsOf = (): Parts => {
    const { answeredIn, answerTo } = findAnswers(context.site)
    return {
      settings: hashedSettings(context),
      story: hashedArticle(article),
      text: resolveDeferred(article, context),
      authors: (article.terms.people ?? []).map(({ name }) => name),
      answers: (answeredIn.get(article) ?? []).map(hashedTeaser),
      answerTo: (answerTo.get(article) ?? []).map(hashedTeaser),
      actions: actionStates(article, context),
    }
  }
  return lazyPage(
    { url: textAddress(article), layout: 'text-story', source: article.path, inSitemap: false },
    partsOf,
    propsOf,
  )
}

function propsOf(parts: Parts): Extract<Output, { layout: 'text-story' }>['props'] {
  const { authors } = parts
  const { outlet } = parts.settings.value
  const article = parts.story.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const words = strings(ui)
  const link = ({ value }: Hashed<ArticleTeaser>) => ({
    name: articleTitle(value),
    url: encodeUrlPath(textAddress(value)),
  })
  return {
    language: ui,
    outlet: outlet.name,
    title: articleTitle(article),
    description: articleSummary(article),
    canonical: absoluteUrl(outlet.url, article.address),
    lang: ui === language ? undefined : language,
    dir: direction(language) === direction(ui) ? undefined : direction(language),
    byline: [
      ...(authors.length === 0 ? [] : [`${words.by} ${formatList(authors, ui)}`]),
      formatTime(front.date, ui).text,
    ].join(' · '),
    text: plainBody(article, parts.text, outlet.language),
    answers: [
      { label: words.answeredIn, links: parts.answers.map(link) },
      { label: words.answerTo, links: parts.answerTo.map(link) },
    ].filter(({ links }) => links.length > 0),
    actions: front.actions.flatMap(({ kind, text, until }, index) => {
      const { over, url } = parts.actions[index] ?? { over: true, url: undefined }
      if (over) return []
      return {
        text: `${words.actionKinds[kind]}: ${typesetText(text, language)}`,
        label: words.actionLinks[kind],
        url,
        until: until === undefined ? undefined : words.actionUntil(formatDay(until, ui)),
      }
    }),
    corrections: front.corrections.map(
      ({ kind, date, text }) =>
        `${words.correctionKinds[kind]}, ${formatDay(date, ui)}: ${typesetText(text, language)}`,
    ),
    full: encodeUrlPath(article.address),
  }
}
