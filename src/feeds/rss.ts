import { generateRssFeed } from 'feedsmith'
import type { BodyReference, Html } from '../markdown/fill.ts'
import { escaped } from './escaped.ts'

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

/** An RSS 2.0 feed with whole stories, as docs/contracts/feeds.md promises. */
export function rss(props: RssProps, html: (reference: BodyReference) => Html): string {
  return generateRssFeed(
    {
      title: props.title,
      link: props.page,
      description: props.description,
      language: props.language,
      ...(props.changed === undefined ? {} : { lastBuildDate: new Date(props.changed) }),
      generator: 'Lampstand',
      atom: { links: [{ href: props.self, rel: 'self', type: 'application/rss+xml' }] },
      items: props.items.map((item) => ({
        title: clean(item.title),
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        pubDate: new Date(item.published),
        description: clean(item.summary),
        categories: item.categories.map((name) => ({ name: clean(name) })),
        ...(item.enclosure === undefined
          ? {}
          : {
              enclosures: [{ url: item.enclosure.url, type: item.enclosure.type, length: item.enclosure.length }],
              itunes: { duration: Math.round(item.enclosure.seconds) },
            }),
        ...(item.authors.length === 0 ? {} : { dc: { creators: item.authors.map(clean) } }),
        content: { encoded: clean(html(item.text) + item.after.map(section).join('')) },
      })),
    },
    { lenient: false },
  )
}

function section({ heading, paragraphs }: RssProps['items'][number]['after'][number]): string {
  const lines = paragraphs.map(({ text, link }) => {
    const anchor = link === undefined ? '' : ` <a href="${escaped(link.url)}">${escaped(link.label)}</a>`
    return `<p>${escaped(text)}${anchor}</p>`
  })
  return `<h2>${escaped(heading)}</h2>${lines.join('')}`
}

/** XML knows no control characters but tab and line ends, and no halves of surrogate pairs. */
const clean = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
