import type { RenderBody } from '../../layouts/parts/Body.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { findStrings, interfaceLanguage } from '../i18n/find-strings.ts'
import { formatDay } from '../i18n/format.ts'
import type { InterfaceStrings } from '../i18n/interface-strings.ts'
import { escapeHtml } from '../jsx/escape.ts'
import { feedHtml } from '../markdown/feed-html.ts'
import type { BodyReference } from '../markdown/resolve-placeholders.ts'
import { recordingMimeType } from '../newsroom/broadcast.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { absoluteHref, absoluteUrl } from '../newsroom/url-path.ts'
import { type ActionState, findActionStates } from '../pages/action-states.ts'
import {
  type ArticleTeaser,
  articleSummary,
  articleTitle,
  type FullArticle,
  hashedArticle,
  hashedTeaser,
} from '../pages/article-teaser.ts'
import { hashedSettings, type PageContext, type PageSettings } from '../pages/page-context.ts'
import { findAnsweredPrayers } from '../site/answered-prayers.ts'
import { feedBody } from '../site/resolve-body.ts'
import { type ResolvedTarget, resolveDeferredPlaceholders } from '../site/resolve-deferred-placeholders.ts'
import type { SiteArticle } from '../site/site.ts'
import { cdata, xmlElement } from './xml.ts'

/** An article in an RSS feed. */
export interface RssItem {
  id: string
  url: string
  title: string
  summary: string
  /** In milliseconds since 1970. */
  published: number
  authors: readonly string[]
  categories: readonly string[]
  text: BodyReference
  /** The recording: its size in bytes, and its duration. */
  enclosure?: { url: string; type: string; length: number; seconds: number } | undefined
  /** The sections that follow the text: answered prayers, actions, corrections. */
  sections: readonly {
    heading: string
    paragraphs: readonly { text: string; link?: { label: string; url: string } | undefined }[]
  }[]
}

/** Everything that an item is made from. */
export interface RssItemInputs {
  settings: Hashed<PageSettings>
  article: Hashed<FullArticle>
  authors: readonly string[]
  categories: readonly string[]
  text: readonly ResolvedTarget[]
  enclosure: RssItem['enclosure']
  answers: readonly Hashed<ArticleTeaser>[]
  answerTo: readonly Hashed<ArticleTeaser>[]
  actions: readonly ActionState[]
}

export function findRssItemInputs(article: SiteArticle, context: PageContext): RssItemInputs {
  const { outlet } = context.site
  const { answeredIn, answerTo } = findAnsweredPrayers(context.site)
  return {
    settings: hashedSettings(context),
    article: hashedArticle(article),
    authors: (article.terms.people ?? []).map(({ name }) => name),
    categories: ['tags', 'countries'].flatMap((key) => (article.terms[key] ?? []).map(({ name }) => name)),
    text: resolveDeferredPlaceholders(article, context, (address) => absoluteUrl(outlet.url, address)),
    enclosure: findEnclosure(article, context),
    answers: (answeredIn.get(article) ?? []).map(hashedTeaser),
    answerTo: (answerTo.get(article) ?? []).map(hashedTeaser),
    actions: findActionStates(article, context),
  }
}

function findEnclosure({ front, path }: SiteArticle, { findMediaItem, site }: PageContext): RssItem['enclosure'] {
  const recording = front.audio && findMediaItem(path, front.audio.src)
  if (recording?.seconds === undefined) return undefined
  const { address, bytes = 0, seconds } = recording
  return { url: absoluteUrl(site.outlet.url, address), type: recordingMimeType(address), length: bytes, seconds }
}

/** Returns the item of an article: the same object in each of the half dozen feeds that contain it. */
export function rssItem(inputs: RssItemInputs): RssItem {
  const item = itemsByInputs.get(inputs) ?? createItem(inputs)
  itemsByInputs.set(inputs, item)
  return item
}

const itemsByInputs = new WeakMap<RssItemInputs, RssItem>()

function createItem(inputs: RssItemInputs): RssItem {
  const { outlet } = inputs.settings.value
  const article = inputs.article.value
  const { front } = article
  const ui = interfaceLanguage(article.language, outlet.language)
  const words = findStrings(ui)
  return {
    id: itemId(article, outlet),
    url: absoluteUrl(outlet.url, article.address),
    title: articleTitle(article),
    summary: articleSummary(article),
    published: front.date.instant,
    authors: inputs.authors,
    categories: inputs.categories,
    text: feedBody(article, inputs.text, outlet),
    enclosure: inputs.enclosure,
    sections: [
      ...answerSections(inputs, words, outlet.url),
      ...actionSections(inputs, words, outlet.url),
      ...correctionSections(article, words, ui),
    ],
  }
}

/**
 * The tag URI that feed readers recognise an article by. It depends on the outlet's authority, the year and the slug, so a change of
 * addresses does not show every article again. A tag URI names a host alone; the folder of the authority precedes the slug.
 *
 *     someone.github.io/outlet  →  tag:someone.github.io,2026:outlet/flood
 */
function itemId(article: ArticleTeaser, { url, feedAuthority }: Outlet): string {
  const { hostname, pathname } = new URL(feedAuthority === undefined ? url : `https://${feedAuthority}`)
  const folder = pathname === '/' ? '' : `${pathname.slice(1)}/`
  return `tag:${hostname},${article.front.date.day.slice(0, 4)}:${folder}${encodeURIComponent(article.slug)}`
}

function answerSections(
  { answers, answerTo }: RssItemInputs,
  words: InterfaceStrings,
  siteUrl: string,
): RssItem['sections'] {
  const paragraph =
    (text: string) =>
    ({ value }: Hashed<ArticleTeaser>) => ({
      text,
      link: { label: articleTitle(value), url: absoluteUrl(siteUrl, value.address) },
    })
  const paragraphs = [...answers.map(paragraph(words.answeredIn)), ...answerTo.map(paragraph(words.answerTo))]
  return paragraphs.length === 0 ? [] : [{ heading: words.answeredPrayers, paragraphs }]
}

function actionSections(
  { article, actions }: RssItemInputs,
  words: InterfaceStrings,
  siteUrl: string,
): RssItem['sections'] {
  const { front } = article.value
  if (front.actions.length === 0) return []
  const paragraphs = front.actions.map(({ kind, text }, index) => {
    const url = actions[index]?.url
    return {
      text: `${words.actionKinds[kind]}: ${text}`,
      link: url === undefined ? undefined : { label: words.actionLinks[kind], url: absoluteHref(siteUrl, url) },
    }
  })
  return [{ heading: words.whatYouCanDo, paragraphs }]
}

function correctionSections({ front }: FullArticle, words: InterfaceStrings, ui: string): RssItem['sections'] {
  if (front.corrections.length === 0) return []
  const paragraphs = front.corrections.map(({ kind, date, text }) => ({
    text: `${words.correctionKinds[kind]}, ${formatDay(date, ui)}: ${text}`,
  }))
  return [{ heading: words.corrections, paragraphs }]
}

/** Renders an item. RSS allows HTML in descriptions, so a summary is escaped twice. */
export function renderRssItem(item: RssItem, bodyHtml: RenderBody): string {
  const { id, url, title, summary, published, authors, categories, text, enclosure, sections } = item
  return [
    '<item>',
    xmlElement('title', title),
    xmlElement('link', url),
    `<guid isPermaLink="false">${escapeHtml(id)}</guid>`,
    xmlElement('pubDate', rssDate(published)),
    xmlElement('description', escapeHtml(summary)),
    ...authors.map((author) => xmlElement('dc:creator', author)),
    ...categories.map((category) => xmlElement('category', category)),
    ...(enclosure === undefined ? [] : renderEnclosure(enclosure)),
    `<content:encoded>${cdata(feedHtml(bodyHtml(text)) + sections.map(renderSection).join(''))}</content:encoded>`,
    '</item>',
  ].join('\n')
}

function renderEnclosure({ url, type, length, seconds }: NonNullable<RssItem['enclosure']>): string[] {
  return [
    `<enclosure url="${escapeHtml(url)}" length="${length}" type="${type}"/>`,
    xmlElement('itunes:duration', String(Math.round(seconds))),
  ]
}

function renderSection({ heading, paragraphs }: RssItem['sections'][number]): string {
  const html = paragraphs.map(({ text, link }) => {
    const anchor = link === undefined ? '' : ` <a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a>`
    return `<p>${escapeHtml(text)}${anchor}</p>`
  })
  return `<h2>${escapeHtml(heading)}</h2>${html.join('')}`
}

/** An instant in the format of RFC 822. */
export const rssDate = (instant: number) => new Date(instant).toUTCString()
