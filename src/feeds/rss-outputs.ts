import { type Hashed, hashed } from '../fingerprint/hashed.ts'
import { formatDay, languageName } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { lastChange } from '../newsroom/article.ts'
import { recordingMimeType } from '../newsroom/broadcast.ts'
import { absoluteUrl, type UrlPath } from '../newsroom/url-path.ts'
import { findBroadcasts } from '../pages/broadcasts.ts'
import { lazyOutput, type Output } from '../pages/output.ts'
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
} from '../pages/page-context.ts'
import { findLanguages } from '../site/languages.ts'
import { findAnswers } from '../site/open-actions.ts'
import { feedBody, type ResolvedTarget, resolveDeferred } from '../site/resolve-body.ts'
import type { SiteArticle } from '../site/site.ts'
import type { RssProps } from './rss.ts'

/** How many stories a feed holds. */
const length = 20

/** A feed for the site, and one for every term, with its newest stories. */
export function rssOutputs(context: PageContext): Output[] {
  const { outlet, listedArticles, taxonomies } = context.site
  const words = strings(outlet.language)
  const broadcasts = findBroadcasts(context)
  // A story stands in half a dozen feeds.
  const items = new Map<SiteArticle, Hashed<ItemParts>>()
  const itemOf = (article: SiteArticle) => {
    const known = items.get(article) ?? hashed(itemParts(article, context))
    items.set(article, known)
    return known
  }
  const feed = (
    address: UrlPath,
    title: string,
    description: string,
    stories: readonly SiteArticle[],
    language = outlet.language,
  ): Output => {
    const partsOf = (): Parts => ({
      settings: hashedSettings(context),
      address,
      title,
      description,
      language,
      items: stories.slice(0, length).map(itemOf),
    })
    return lazyOutput({ url: urlOf(address), layout: 'rss' }, partsOf, propsOf)
  }
  return [
    feed('/', outlet.name, outlet.description, listedArticles),
    ...(broadcasts.length === 0
      ? []
      : [feed('/listen/', `${words.listen} — ${outlet.name}`, words.listenAbout, broadcasts)]),
    ...findLanguages(context.site).map(({ language, address, articles }) => {
      const title = strings(language).storiesIn(languageName(language))
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

/** Where the feed of a page stands. */
const urlOf = (page: UrlPath): UrlPath => `${page}feed.xml`

/** What a feed is made of, as the site has it today. */
interface Parts {
  settings: Hashed<PageSettings>
  /** The page that it follows. */
  address: UrlPath
  title: string
  description: string
  language: string
  items: readonly Hashed<ItemParts>[]
}

/** What a story in a feed is made of. */
interface ItemParts {
  settings: Hashed<PageSettings>
  story: Hashed<FullArticle>
  authors: readonly string[]
  categories: readonly string[]
  text: readonly ResolvedTarget[]
  enclosure: Item['enclosure']
  answers: readonly Hashed<ArticleTeaser>[]
  answerTo: readonly Hashed<ArticleTeaser>[]
  /** Of each action of front matter, whether its last day is past, and where it leads. */
  actions: readonly { over: boolean; url: string | undefined }[]
}

function itemParts(article: SiteArticle, context: PageContext): ItemParts {
  const { outlet } = context.site
  const { answeredIn, answerTo } = findAnswers(context.site)
  return {
    settings: hashedSettings(context),
    story: hashedArticle(article),
    authors: (article.terms.people ?? []).map(({ name }) => name),
    categories: ['tags', 'countries'].flatMap((key) => (article.terms[key] ?? []).map(({ name }) => name)),
    text: resolveDeferred(article, context, (address) => absoluteUrl(outlet.url, address)),
    enclosure: enclosureOf(article, context),
    answers: (answeredIn.get(article) ?? []).map(hashedTeaser),
    answerTo: (answerTo.get(article) ?? []).map(hashedTeaser),
    actions: actionStates(article, context),
  }
}

function propsOf({ settings, address, title, description, language, items }: Parts): RssProps {
  const { outlet } = settings.value
  const changes = items.map(({ value }) => {
    const { front } = value.story.value
    return Math.max(front.date.instant, lastChange(front, outlet.timeZone)?.instant ?? 0)
  })
  return {
    title,
    description,
    language,
    page: absoluteUrl(outlet.url, address),
    self: absoluteUrl(outlet.url, urlOf(address)),
    changed: changes.length === 0 ? undefined : Math.max(...changes),
    items: items.map(({ value }) => itemOf(value)),
  }
}

type Item = RssProps['items'][number]

/** A story in a feed; the same object in whichever. */
function itemOf(parts: ItemParts): Item {
  const item = made.get(parts) ?? makeItem(parts)
  made.set(parts, item)
  return item
}

const made = new WeakMap<ItemParts, Item>()

function makeItem(parts: ItemParts): Item {
  const { outlet } = parts.settings.value
  const article = parts.story.value
  const { front } = article
  const ui = interfaceLanguage(article.language, outlet.language)
  const words = strings(ui)
  return {
    id: guid(article, outlet.url),
    url: absoluteUrl(outlet.url, article.address),
    title: articleTitle(article),
    summary: articleSummary(article),
    published: front.date.instant,
    authors: parts.authors,
    categories: parts.categories,
    text: feedBody(article, parts.text, outlet),
    enclosure: parts.enclosure,
    after: [
      ...answerNotes(parts, words, outlet.url),
      ...(front.actions.length === 0
        ? []
        : [
            {
              heading: words.whatYouCanDo,
              paragraphs: front.actions.map(({ kind, text }, index) => {
                const url = parts.actions[index]?.url
                return {
                  text: `${words.actionKinds[kind]}: ${text}`,
                  link:
                    url === undefined
                      ? undefined
                      : { label: words.actionLinks[kind], url: url.startsWith('/') ? outlet.url + url : url },
                }
              }),
            },
          ]),
      ...(front.corrections.length === 0
        ? []
        : [
            {
              heading: words.corrections,
              paragraphs: front.corrections.map(({ kind, date, text }) => ({
                text: `${words.correctionKinds[kind]}, ${formatDay(date, ui)}: ${text}`,
              })),
            },
          ]),
    ],
  }
}

/** That a request was answered, and where it is told. */
function answerNotes({ answers, answerTo }: ItemParts, words: ReturnType<typeof strings>, site: string): Item['after'] {
  const note =
    (text: string) =>
    ({ value }: Hashed<ArticleTeaser>) => ({
      text,
      link: { label: articleTitle(value), url: absoluteUrl(site, value.address) },
    })
  const paragraphs = [...answers.map(note(words.answeredIn)), ...answerTo.map(note(words.answerTo))]
  return paragraphs.length === 0 ? [] : [{ heading: words.answeredPrayers, paragraphs }]
}

function enclosureOf({ front, path }: SiteArticle, { media, site }: PageContext): Item['enclosure'] {
  const medium = front.audio && media(path, front.audio.src)
  if (medium?.seconds === undefined) return undefined
  const { address, bytes = 0, seconds } = medium
  return { url: absoluteUrl(site.outlet.url, address), type: recordingMimeType(address), length: bytes, seconds }
}

/**
 * What feed readers know a story by. It depends on the outlet's host, the year and the slug, so that a change of addresses does
 * not show every story again.
 */
function guid(article: ArticleTeaser, url: string): string {
  return `tag:${new URL(url).hostname},${article.front.date.day.slice(0, 4)}:${encodeURIComponent(article.slug)}`
}
