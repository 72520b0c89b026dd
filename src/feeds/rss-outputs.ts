import { isOver } from '../newsroom/action.ts'
import { type Address, absolute } from '../newsroom/address.ts'
import { lastChange } from '../newsroom/article.ts'
import { typeOfRecording } from '../newsroom/broadcast.ts'
import { broadcastsOf } from '../pages/broadcasts.ts'
import { type Frame, summaryOf, titleOf } from '../pages/frame.ts'
import type { Output } from '../pages/output.ts'
import { answersOf } from '../site/actions.ts'
import { bodyForFeed } from '../site/bodies.ts'
import { languagesOf } from '../site/languages.ts'
import { linkHref } from '../site/links.ts'
import type { SiteArticle } from '../site/site.ts'
import { dayInWords, languageName } from '../site/words.ts'
import { interfaceLanguage, strings } from '../strings/strings.ts'
import type { RssProps } from './rss.ts'

/** How many stories a feed holds. */
const length = 20

/** A feed for the site, and one for every term, with its newest stories. */
export function rssOutputs(frame: Frame): Output[] {
  const { outlet, inLists, taxonomies } = frame.site
  const words = strings(outlet.language)
  const broadcasts = broadcastsOf(frame)
  // A story stands in half a dozen feeds.
  const items = new Map<SiteArticle, RssProps['items'][number]>()
  const itemOf = (article: SiteArticle) => {
    const known = items.get(article) ?? item(article, frame)
    items.set(article, known)
    return known
  }
  const feed = (
    address: Address,
    title: string,
    description: string,
    stories: readonly SiteArticle[],
    language = outlet.language,
  ): Output => {
    const url: Address = `${address}feed.xml`
    const newest = stories.slice(0, length)
    return {
      url,
      layout: 'rss',
      get props() {
        const changes = newest.map(({ front }) =>
          Math.max(front.date.instant, lastChange(front, outlet.timeZone)?.instant ?? 0),
        )
        return {
          title,
          description,
          language,
          page: absolute(outlet.url, address),
          self: absolute(outlet.url, url),
          changed: changes.length === 0 ? undefined : Math.max(...changes),
          items: newest.map(itemOf),
        }
      },
    }
  }
  return [
    feed('/', outlet.name, outlet.description, inLists),
    ...(broadcasts.length === 0
      ? []
      : [feed('/listen/', `${words.listen} — ${outlet.name}`, words.listenAbout, broadcasts)]),
    ...languagesOf(frame.site).map(({ language, address, articles }) => {
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

function item(article: SiteArticle, frame: Frame): RssProps['items'][number] {
  const { outlet, today } = frame.site
  const { front } = article
  const ui = interfaceLanguage(article.language, outlet.language)
  const words = strings(ui)
  const linkTo = (url: string | undefined, label: string) => {
    const target = url === undefined ? undefined : linkHref(url, article.path, frame.links)
    return target === undefined ? undefined : { label, url: target.startsWith('/') ? outlet.url + target : target }
  }
  return {
    id: guid(article, outlet.url),
    url: absolute(outlet.url, article.address),
    title: titleOf(article),
    summary: summaryOf(article),
    published: front.date.instant,
    authors: (article.terms.people ?? []).map(({ name }) => name),
    categories: ['tags', 'countries'].flatMap((key) => (article.terms[key] ?? []).map(({ name }) => name)),
    text: bodyForFeed(article, frame),
    enclosure: enclosureOf(article, frame),
    after: [
      ...answerNotes(article, frame),
      ...(front.actions.length === 0
        ? []
        : [
            {
              heading: words.whatYouCanDo,
              paragraphs: front.actions.map(({ kind, text, url, until }) => ({
                text: `${words.actionKinds[kind]}: ${text}`,
                link: linkTo(isOver({ until }, today) ? undefined : url, words.actionLinks[kind]),
              })),
            },
          ]),
      ...(front.corrections.length === 0
        ? []
        : [
            {
              heading: words.corrections,
              paragraphs: front.corrections.map(({ kind, date, text }) => ({
                text: `${words.correctionKinds[kind]}, ${dayInWords(date, ui)}: ${text}`,
              })),
            },
          ]),
    ],
  }
}

/** That a request was answered, and where it is told. */
function answerNotes(article: SiteArticle, { site }: Frame): RssProps['items'][number]['after'] {
  const words = strings(interfaceLanguage(article.language, site.outlet.language))
  const { toldBy, askedBy } = answersOf(site)
  const note = (text: string) => (other: SiteArticle) => ({
    text,
    link: { label: titleOf(other), url: absolute(site.outlet.url, other.address) },
  })
  const paragraphs = [
    ...(toldBy.get(article) ?? []).map(note(words.answeredIn)),
    ...(askedBy.get(article) ?? []).map(note(words.answerTo)),
  ]
  return paragraphs.length === 0 ? [] : [{ heading: words.answeredPrayers, paragraphs }]
}

function enclosureOf({ front, path }: SiteArticle, { media, site }: Frame): RssProps['items'][number]['enclosure'] {
  const medium = front.audio && media(path, front.audio.src)
  if (medium?.seconds === undefined) return undefined
  const { address, bytes = 0, seconds } = medium
  return { url: absolute(site.outlet.url, address), type: typeOfRecording(address), length: bytes, seconds }
}

/**
 * What feed readers know a story by. It depends on the outlet's host, the year and the slug, so that a change of addresses does
 * not show every story again.
 */
function guid(article: SiteArticle, url: string): string {
  return `tag:${new URL(url).hostname},${article.front.date.day.slice(0, 4)}:${encodeURIComponent(article.slug)}`
}
