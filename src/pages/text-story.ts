import type { TextStoryProps } from '../../layouts/TextEdition.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { findStrings, interfaceLanguage } from '../i18n/find-strings.ts'
import { formatDay } from '../i18n/format.ts'
import { typesetText } from '../i18n/typography.ts'
import { dirAttribute, langAttribute } from '../newsroom/lang-attributes.ts'
import { absoluteUrl, encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { findAnsweredPrayers } from '../site/answered-prayers.ts'
import { textEditionBody } from '../site/resolve-body.ts'
import { type ResolvedTarget, resolveDeferredPlaceholders } from '../site/resolve-deferred-placeholders.ts'
import type { SiteArticle } from '../site/site.ts'
import { type ActionState, findActionStates } from './action-states.ts'
import {
  type ArticleTeaser,
  articleSummary,
  articleTitle,
  type FullArticle,
  hashedArticle,
  hashedTeaser,
} from './article-teaser.ts'
import { formatBylineAndDate, formatCorrection } from './format-article.ts'
import { lazyPage, type Output } from './output.ts'
import { hashedSettings, type PageContext, type PageSettings } from './page-context.ts'

/** The address of an article in the text edition. */
export const textAddress = ({ slug }: Pick<SiteArticle, 'slug'>): UrlPath => `/text/story/${slug}/`

/** Everything that an article in the text edition is made from. */
interface TextStoryInputs {
  settings: Hashed<PageSettings>
  article: Hashed<FullArticle>
  text: readonly ResolvedTarget[]
  authors: readonly string[]
  answers: readonly Hashed<ArticleTeaser>[]
  answerTo: readonly Hashed<ArticleTeaser>[]
  /** The states of the actions in front matter. */
  actions: readonly ActionState[]
}

/** Returns the page of an article in the text edition. */
export function textStoryPage(article: SiteArticle, context: PageContext): Output {
  const findInputs = (): TextStoryInputs => {
    const { answeredIn, answerTo } = findAnsweredPrayers(context.site)
    return {
      settings: hashedSettings(context),
      article: hashedArticle(article),
      text: resolveDeferredPlaceholders(article, context),
      authors: (article.terms.people ?? []).map(({ name }) => name),
      answers: (answeredIn.get(article) ?? []).map(hashedTeaser),
      answerTo: (answerTo.get(article) ?? []).map(hashedTeaser),
      actions: findActionStates(article, context),
    }
  }
  const url = textAddress(article)
  return lazyPage({ url, layout: 'text-story', source: article.path, inSitemap: false }, findInputs, textStoryProps)
}

function textStoryProps(inputs: TextStoryInputs): TextStoryProps {
  const { outlet } = inputs.settings.value
  const article = inputs.article.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const words = findStrings(ui)
  return {
    language: ui,
    outlet: outlet.name,
    title: articleTitle(article),
    description: articleSummary(article),
    canonical: absoluteUrl(outlet.url, article.address),
    lang: langAttribute(language, ui),
    dir: dirAttribute(language, ui),
    byline: formatBylineAndDate(inputs.authors, front.date, ui),
    text: textEditionBody(article, inputs.text, outlet.language),
    answers: [
      { label: words.answeredIn, links: inputs.answers.map(textLink) },
      { label: words.answerTo, links: inputs.answerTo.map(textLink) },
    ].filter(({ links }) => links.length > 0),
    actions: openActionProps(inputs, ui),
    corrections: front.corrections.map((correction) => formatCorrection(correction, language, ui)),
    full: encodeUrlPath(article.address),
  }
}

/** A link to an article within the text edition. */
const textLink = ({ value }: Hashed<ArticleTeaser>) => ({
  name: articleTitle(value),
  url: encodeUrlPath(textAddress(value)),
})

function openActionProps({ article, actions }: TextStoryInputs, ui: string): TextStoryProps['actions'] {
  const { front, language } = article.value
  const words = findStrings(ui)
  return front.actions.flatMap(({ kind, text, until }, index) => {
    const { over, url } = actions[index] ?? { over: true, url: undefined }
    if (over) return []
    return {
      text: `${words.actionKinds[kind]}: ${typesetText(text, language)}`,
      label: words.actionLinks[kind],
      url,
      until: until === undefined ? undefined : words.actionUntil(formatDay(until, ui)),
    }
  })
}
