import type { RenderBody } from '../../layouts/parts/Body.tsx'
import { createHashed, type Hashed } from '../fingerprint/hashed.ts'
import { findStrings } from '../i18n/find-strings.ts'
import { languageName } from '../i18n/format.ts'
import { escapeHtml } from '../jsx/escape.ts'
import { lastChange } from '../newsroom/article.ts'
import { absoluteUrl, feedAddress, type UrlPath } from '../newsroom/url-path.ts'
import { findBroadcasts } from '../pages/broadcasts.ts'
import { defineOutputKind, lazyProps, type OutputFile } from '../pages/output-kind.ts'
import { hashedSettings, type PageContext, type PageSettings } from '../pages/page-context.ts'
import { findLanguages } from '../site/languages.ts'
import type { SiteArticle } from '../site/site.ts'
import { findRssItemInputs, type RssItem, type RssItemInputs, renderRssItem, rssDate, rssItem } from './rss-item.ts'
import { xmlElement } from './xml.ts'

/** How many articles a feed contains. */
const maxItems = 20

/** The RSS modules in use, with the prefixes that feed readers expect. */
const namespaces = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
].join(' ')

interface RssProps {
  title: string
  description: string
  language: string
  /** The absolute address of the page that the feed belongs to. */
  page: string
  /** The absolute address of the feed. */
  self: string
  /** When an article was last published or changed, in milliseconds since 1970; undefined for an empty feed. */
  changed: number | undefined
  items: readonly RssItem[]
}

interface RssInputs {
  settings: Hashed<PageSettings>
  /** The page that the feed belongs to. */
  address: UrlPath
  title: string
  description: string
  language: string
  items: readonly Hashed<RssItemInputs>[]
}

/**
 * RSS 2.0 feeds with full texts: one for the site, for broadcasts, for each further language and for each term.
 * docs/contracts/feeds.md says what readers of feeds can rely on.
 */
export const rss = defineOutputKind({ name: 'rss', files: rssFiles, render: renderRss })

function rssFiles(context: PageContext): OutputFile<RssProps>[] {
  const { outlet, listedArticles, taxonomies } = context.site
  const words = findStrings(outlet.language)
  const broadcasts = findBroadcasts(context)
  // An article is in half a dozen feeds; its inputs are hashed once.
  const itemInputs = new Map<SiteArticle, Hashed<RssItemInputs>>()
  const findItemInputs = (article: SiteArticle) => {
    const inputs = itemInputs.get(article) ?? createHashed(findRssItemInputs(article, context))
    itemInputs.set(article, inputs)
    return inputs
  }
  const feed = (
    address: UrlPath,
    title: string,
    description: string,
    articles: readonly SiteArticle[],
    language = outlet.language,
  ): OutputFile<RssProps> => {
    const findInputs = (): RssInputs => ({
      settings: hashedSettings(context),
      address,
      title,
      description,
      language,
      items: articles.slice(0, maxItems).map(findItemInputs),
    })
    return { url: feedAddress(address), props: lazyProps(findInputs, rssProps) }
  }
  return [
    feed('/', outlet.name, outlet.description, listedArticles),
    ...(broadcasts.length === 0
      ? []
      : [feed('/listen/', `${words.listen} — ${outlet.name}`, words.listenAbout, broadcasts)]),
    ...findLanguages(context.site).map(({ language, address, articles }) => {
      const title = findStrings(language).storiesIn(languageName(language))
      return feed(address, `${title} — ${outlet.name}`, title, articles, language)
    }),
    ...taxonomies.flatMap(({ taxonomy, terms }) =>
      terms.map(({ address, name, file, articles }) =>
        feed(
          address,
          `${name} — ${outlet.name}`,
          file?.front.summary ?? (taxonomy.key === 'people' ? words.storiesBy(name) : words.storiesAbout(name)),
          articles,
        ),
      ),
    ),
  ]
}

function rssProps({ settings, address, title, description, language, items }: RssInputs): RssProps {
  const { outlet } = settings.value
  const changes = items.map(({ value }) => {
    const { front } = value.article.value
    return Math.max(front.date.instant, lastChange(front, outlet.timeZone)?.instant ?? 0)
  })
  return {
    title,
    description,
    language,
    page: absoluteUrl(outlet.url, address),
    self: absoluteUrl(outlet.url, feedAddress(address)),
    changed: changes.length === 0 ? undefined : Math.max(...changes),
    items: items.map(({ value }) => rssItem(value)),
  }
}

function renderRss(
  { title, description, language, page, self, changed, items }: RssProps,
  bodyHtml: RenderBody,
): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rss version="2.0" ${namespaces}>`,
    '<channel>',
    xmlElement('title', title),
    xmlElement('link', page),
    xmlElement('description', escapeHtml(description)),
    xmlElement('language', language),
    ...(changed === undefined ? [] : [xmlElement('lastBuildDate', rssDate(changed))]),
    xmlElement('generator', 'Lampstand'),
    `<atom:link href="${escapeHtml(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map((item) => renderRssItem(item, bodyHtml)),
    '</channel>',
    '</rss>\n',
  ].join('\n')
}
