import type { ArticleProps } from '../../layouts/Article.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { findStrings, interfaceLanguage } from '../i18n/find-strings.ts'
import { formatDay, formatTime, languageName } from '../i18n/format.ts'
import { typesetText } from '../i18n/typography.ts'
import { lastChange } from '../newsroom/article.ts'
import { isImportant } from '../newsroom/correction.ts'
import { dirAttribute, langAttribute } from '../newsroom/lang-attributes.ts'
import type { PictureProps } from '../newsroom/picture-attributes.ts'
import { absoluteHref, absoluteUrl, encodeUrlPath } from '../newsroom/url-path.ts'
import { pageBody } from '../site/resolve-body.ts'
import { localizedTermName } from '../site/terms.ts'
import { articleCard } from './article-card.ts'
import type { ArticleInputs } from './article-inputs.ts'
import { type ArticleTeaser, articleLink, articleSummary, articleTitle, type FullArticle } from './article-teaser.ts'
import { audioPlayerProps } from './audio-player-props.ts'
import { broadcastScriptAddress } from './broadcast-scripts.ts'
import { pageProps } from './page-props.ts'
import { publicationNotice } from './publication-notice.ts'
import { textAddress } from './text-story.ts'

/** Makes the props of the page of an article from its inputs and from nothing else. */
export function articleProps(inputs: ArticleInputs): ArticleProps {
  const { settings, picture, card } = inputs
  const article = inputs.article.value
  const { outlet } = settings.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const title = articleTitle(article)
  const versions = inputs.versions.map(({ value }) => value)
  const changed = lastChange(front, outlet.timeZone)
  const link = ({ value }: Hashed<ArticleTeaser>) => articleLink(value)
  const { chrome, head } = pageProps(settings.value, article.address, {
    title,
    description: articleSummary(article),
    kind: 'article',
    image: card === undefined ? picture && absoluteHref(outlet.url, picture.src) : absoluteUrl(outlet.url, card),
    language: langAttribute(ui, outlet.language),
    versions: alternateLanguages(versions, outlet.url),
  })
  // Each property is named: there are tens of thousands of these objects, and spreading one takes much longer.
  return {
    chrome,
    head,
    title,
    standfirst: front.summary === undefined ? undefined : typesetText(front.summary, language),
    authors: authorLinks(inputs),
    date: formatTime(front.date, ui),
    updated: changed === undefined ? undefined : formatTime(changed, ui),
    image: picture && imageProps(picture, article),
    text: pageBody(article, inputs.text, outlet.language),
    lang: langAttribute(language, ui),
    dir: dirAttribute(language, ui),
    versions: versions.filter((version) => version !== article).map(versionLink),
    actions: actionsProps(inputs, ui),
    answers: inputs.answers.map(link),
    answerTo: inputs.answerTo.map(link),
    corrections: correctionsProps(article, ui),
    partners: partnersProps(inputs),
    terms: termLists(inputs, ui),
    series: inputs.series,
    related: inputs.related.map(({ value }) => articleCard(value, settings.value)),
    previous: inputs.previous && link(inputs.previous),
    next: inputs.next && link(inputs.next),
    permalink: absoluteUrl(outlet.url, article.address),
    player: audioPlayerProps(article, inputs.recording),
    plain: outlet.textEdition ? encodeUrlPath(textAddress(article)) : undefined,
    script: outlet.broadcast.scripts ? encodeUrlPath(broadcastScriptAddress(article)) : undefined,
    republish: inputs.republish && encodeUrlPath(inputs.republish),
    replies: inputs.replies,
    notice: publicationNotice(article.publication, outlet),
  }
}

const authorLinks = ({ terms }: ArticleInputs): ArticleProps['authors'] =>
  (terms.people ?? []).map(({ value: { name, address } }) => ({ name, url: encodeUrlPath(address) }))

const imageProps = (picture: PictureProps, { front, language }: FullArticle): ArticleProps['image'] => ({
  ...picture,
  caption: front.image?.caption && typesetText(front.image.caption, language),
  credit: front.image?.credit && typesetText(front.image.credit, language),
})

const versionLink = (version: ArticleTeaser): ArticleProps['versions'][number] => ({
  language: version.language,
  name: languageName(version.language),
  title: articleTitle(version),
  url: encodeUrlPath(version.address),
})

function actionsProps({ article, actions }: ArticleInputs, ui: string): ArticleProps['actions'] {
  const { front, language } = article.value
  const words = findStrings(ui)
  return front.actions.map((action, index) => {
    const { over, url } = actions[index] ?? { over: true, url: undefined }
    const day = action.until === undefined ? undefined : formatDay(action.until, ui)
    return {
      kind: action.kind,
      text: typesetText(action.text, language),
      url,
      until: day === undefined ? undefined : over ? words.actionOver(day) : words.actionUntil(day),
    }
  })
}

const correctionsProps = ({ front, language }: FullArticle, ui: string): ArticleProps['corrections'] =>
  front.corrections.map(({ date, kind, text, important }) => ({
    kind,
    important: isImportant({ kind, important }),
    date: { iso: date, text: formatDay(date, ui) },
    text: typesetText(text, language),
  }))

const partnersProps = ({ terms }: ArticleInputs): ArticleProps['partners'] =>
  (terms.partners ?? []).map(({ value: { name, address, file } }) => ({
    name,
    url: encodeUrlPath(address),
    summary: file?.front.summary,
    website: file?.front.url,
  }))

/** The terms of an article besides its people and partners, a list for each taxonomy. */
function termLists({ terms, settings }: ArticleInputs, ui: string): ArticleProps['terms'] {
  const { outlet } = settings.value
  const lists: ArticleProps['terms'][number][] = []
  for (const { key, labels, values } of outlet.taxonomies) {
    const articleTerms = key === 'people' || key === 'partners' ? [] : (terms[key] ?? [])
    if (articleTerms.length === 0) continue
    const lang = values === 'country' ? undefined : langAttribute(outlet.language, ui)
    lists.push({
      label: localizedLabel(key, ui) ?? labels.many,
      terms: articleTerms.map(({ value }) => ({
        name: localizedTermName(value, ui),
        url: encodeUrlPath(value.address),
        lang,
      })),
    })
  }
  return lists
}

/** The label of a built-in taxonomy in a language of the interface; undefined for taxonomies of the outlet. */
function localizedLabel(key: string, language: string): string | undefined {
  const labels: Record<string, { many: string }> = findStrings(language).taxonomies
  return labels[key]?.many
}

/** The versions of an article for search engines; `x-default` is the original. */
function alternateLanguages(
  versions: readonly ArticleTeaser[],
  siteUrl: string,
): { language: string; url: string }[] | undefined {
  const [original] = versions
  if (original === undefined) return undefined
  const url = (article: ArticleTeaser) => absoluteUrl(siteUrl, article.address)
  return [
    ...versions.map((version) => ({ language: version.language, url: url(version) })),
    { language: 'x-default', url: url(original) },
  ]
}
