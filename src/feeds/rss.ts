import { escapeHtml } from '../jsx/escape.ts'
import type { BodyReference, Html } from '../markdown/resolve-placeholders.ts'

export interface RssProps {
  title: string
  description: string
  language: string
  /** The page that the feed follows, whole. */
  page: string
  /** The feed's own address, whole. */
  self: string
  /** When the newest story was published or changed, in milliseconds since 1970; undefined for a feed without stories. */
  changed: number | undefined
  items: readonly {
    id: string
    url: string
    title: string
    summary: string
    published: number
    authors: readonly string[]
    categories: readonly string[]
    text: BodyReference
    /** The recording, with its bytes and how long it plays. */
    enclosure?: { url: string; type: string; length: number; seconds: number } | undefined
    /** What stands on the page outside the text: actions, corrections. */
    after: readonly {
      heading: string
      paragraphs: readonly { text: string; link?: { label: string; url: string } | undefined }[]
    }[]
  }[]
}

/** The modules of RSS that are used, by the prefixes that readers expect. */
const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
].join(' ')

/** An RSS 2.0 feed with whole stories, as docs/contracts/feeds.md promises. RSS has HTML in descriptions, and so text is escaped for both. */
export function rss(props: RssProps, html: (reference: BodyReference) => Html): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rss version="2.0" ${namespaces}>`,
    '<channel>',
    element('title', props.title),
    element('link', props.page),
    element('description', escapeHtml(props.description)),
    element('language', props.language),
    ...(props.changed === undefined ? [] : [element('lastBuildDate', moment(props.changed))]),
    element('generator', 'Lampstand'),
    `<atom:link href="${escapeHtml(props.self)}" rel="self" type="application/rss+xml"/>`,
    ...props.items.map((item) => itemOf(item, html)),
    '</channel>',
    '</rss>\n',
  ].join('\n')
}

type Item = RssProps['items'][number]

function itemOf(item: Item, html: (reference: BodyReference) => Html): string {
  const { id, url, title, summary, published, authors, categories, enclosure } = item
  return [
    '<item>',
    element('title', title),
    element('link', url),
    `<guid isPermaLink="false">${escapeHtml(id)}</guid>`,
    element('pubDate', moment(published)),
    element('description', escapeHtml(summary)),
    ...authors.map((author) => element('dc:creator', author)),
    ...categories.map((category) => element('category', category)),
    ...(enclosure === undefined ? [] : recording(enclosure)),
    `<content:encoded>${unescaped(html(item.text) + item.after.map(section).join(''))}</content:encoded>`,
    '</item>',
  ].join('\n')
}

function recording({ url, type, length, seconds }: NonNullable<Item['enclosure']>): string[] {
  return [
    `<enclosure url="${escapeHtml(url)}" length="${length}" type="${type}"/>`,
    element('itunes:duration', String(Math.round(seconds))),
  ]
}

const element = (name: string, text: string) => `<${name}>${escapeHtml(clean(text))}</${name}>`

/** A section in which only its own end means something: where a text has that, it is split over two. */
const unescaped = (text: string) => `<![CDATA[${clean(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** A moment as RFC 822 has it. */
const moment = (instant: number) => new Date(instant).toUTCString()

function section({ heading, paragraphs }: Item['after'][number]): string {
  const lines = paragraphs.map(({ text, link }) => {
    const anchor = link === undefined ? '' : ` <a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a>`
    return `<p>${escapeHtml(text)}${anchor}</p>`
  })
  return `<h2>${escapeHtml(heading)}</h2>${lines.join('')}`
}

/** XML knows no control characters but tab and line ends, and no halves of surrogate pairs. */
const clean = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
