import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { formatDay, formatTime, languageName, typesetText } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { lastChange } from '../newsroom/article.ts'
import { isImportant } from '../newsroom/correction.ts'
import { direction } from '../newsroom/language.ts'
import { absoluteUrl, encodeUrlPath } from '../newsroom/url-path.ts'
import { pageBody } from '../site/resolve-body.ts'
import { localizedTermName } from '../site/terms.ts'
import type { ArticleInputs } from './article.ts'
import { audioPlayerProps, scriptAddress } from './broadcasts.ts'
import type { Output } from './output.ts'
import {
  type ArticleTeaser,
  articleCard,
  articleLink,
  articleSummary,
  articleTitle,
  type FullArticle,
  pageProps,
  publicationNotice,
} from './page-context.ts'
import { textAddress } from './text-edition.ts'

type Props = Extract<Output, { layout: 'article' }>['props']

/** What the page of a story shows, made of its parts and of nothing else. */
export function articleProps(parts: ArticleInputs): Props {
  const { settings, story, picture, card } = parts
  const article = story.value
  const { outlet } = settings.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const title = articleTitle(article)
  const versions = parts.versions.map(({ value }) => value)
  const changed = lastChange(front, outlet.timeZone)
  const link = ({ value }: Hashed<ArticleTeaser>) => articleLink(value)
  const { chrome, head } = pageProps(settings.value, article.address, {
    title,
    description: articleSummary(article),
    kind: 'article',
    image: card === undefined ? picture && outlet.url + picture.src : absoluteUrl(outlet.url, card),
    language: ui === outlet.language ? undefined : ui,
    versions: alternateLanguages(versions, outlet.url),
  })
  // Named one by one: there are tens of thousands of these objects, and one that is spread takes much longer to make.
  return {
    chrome,
    head,
    title,
    standfirst: front.summary === undefined ? undefined : typesetText(front.summary, language),
    authors: authorLinks(parts),
    date: formatTime(front.date, ui),
    updated: changed === undefined ? undefined : formatTime(changed, ui),
    image: picture && imageProps(picture, article),
    text: pageBody(article, parts.text, outlet.language),
    lang: ui === language ? undefined : language,
    dir: direction(language) === direction(ui) ? undefined : direction(language),
    versions: versions.filter((version) => version !== article).map(versionLink),
    actions: actionsProps(parts, ui),
    answers: parts.answers.map(link),
    answerTo: parts.answerTo.map(link),
    corrections: correctionsProps(article, ui),
    partners: partnersProps(parts),
    terms: termLists(parts, ui),
    parts: parts.series,
    related: parts.related.map(({ value }) => articleCard(value, settings.value)),
    previous: parts.previous && link(parts.previous),
    next: parts.next && link(parts.next),
    permalink: absoluteUrl(outlet.url, article.address),
    player: audioPlayerProps(article, parts.recording),
    plain: outlet.textEdition ? encodeUrlPath(textAddress(article)) : undefined,
    script: outlet.broadcast.scripts ? encodeUrlPath(scriptAddress(article)) : undefined,
    republish: parts.republish && encodeUrlPath(parts.republish),
    replies: parts.replies,
    notice: publicationNotice(article.publication, outlet),
  }
}

const authorLinks = ({ terms }: ArticleInputs): Props['authors'] =>
  (terms.people ?? []).map(({ value: { name, address } }) => ({ name, url: encodeUrlPath(address) }))

const imageProps = (picture: PictureProps, { front, language }: FullArticle): Props['image'] => ({
  ...picture,
  caption: front.image?.caption && typesetText(front.image.caption, language),
  credit: front.image?.credit && typesetText(front.image.credit, language),
})

const versionLink = (version: ArticleTeaser): Props['versions'][number] => ({
  language: version.language,
  name: languageName(version.language),
  title: articleTitle(version),
  url: encodeUrlPath(version.address),
})

function actionsProps({ story, actions }: ArticleInputs, ui: string): Props['actions'] {
  const { front, language } = story.value
  const words = strings(ui)
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

const correctionsProps = ({ front, language }: FullArticle, ui: string): Props['corrections'] =>
  front.corrections.map(({ date, kind, text, important }) => ({
    kind,
    important: isImportant({ kind, important }),
    date: { iso: date, text: formatDay(date, ui) },
    text: typesetText(text, language),
  }))

const partnersProps = ({ terms }: ArticleInputs): Props['partners'] =>
  (terms.partners ?? []).map(({ value: { name, address, file } }) => ({
    name,
    url: encodeUrlPath(address),
    summary: file?.front.summary,
    website: file?.front.url,
  }))

/** What a story is filed under, besides its people and partners. */
function termLists({ terms, settings }: ArticleInputs, ui: string): Props['terms'] {
  const { outlet } = settings.value
  const lists: Props['terms'][number][] = []
  for (const { key, labels, values } of outlet.taxonomies) {
    const own = key === 'people' || key === 'partners' ? [] : (terms[key] ?? [])
    if (own.length === 0) continue
    const lang = ui === outlet.language || values === 'country' ? undefined : outlet.language
    lists.push({
      label: localizedLabel(key, ui) ?? labels.many,
      terms: own.map(({ value }) => ({ name: localizedTermName(value, ui), url: encodeUrlPath(value.address), lang })),
    })
  }
  return lists
}

/** What a taxonomy that every newsroom has is called in a language. */
function localizedLabel(key: string, language: string): string | undefined {
  const labels: Record<string, { many: string }> = strings(language).taxonomies
  return labels[key]?.many
}

/** The languages of a story for search engines; readers of none of them are sent to the original. */
function alternateLanguages(
  versions: readonly ArticleTeaser[],
  site: string,
): { language: string; url: string }[] | undefined {
  const [original] = versions
  if (original === undefined) return undefined
  const url = (article: ArticleTeaser) => absoluteUrl(site, article.address)
  return [
    ...versions.map((version) => ({ language: version.language, url: url(version) })),
    { language: 'x-default', url: url(original) },
  ]
}
