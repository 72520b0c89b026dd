import type { AudioPlayerProps } from '../../layouts/parts/AudioPlayer.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { formatNumber, formatTime } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { formatDuration } from '../newsroom/broadcast.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { pageBody, type ResolvedTarget, resolveDeferred } from '../site/resolve-body.ts'
import type { SiteArticle } from '../site/site.ts'
import { lazyPage, type Output } from './output.ts'
import {
  type ArticleTeaser,
  articleSummary,
  articleTitle,
  type FullArticle,
  hashedArticle,
  hashedSettings,
  type PageContext,
  type PageSettings,
  pageProps,
} from './page-context.ts'
import { paginate } from './paginate.ts'

/** The lengths of newscasts that a script is cut for, in seconds. */
const cuts = [60, 270]

/** The stories that were on the air, newest first. */
export function findBroadcasts({ site, media }: PageContext): SiteArticle[] {
  return site.listedArticles.filter(
    ({ front, path }) => front.audio !== undefined && media(path, front.audio.src) !== undefined,
  )
}

/** The newscasts, where there are any, and scripts to read stories aloud from, where the outlet wants them. */
export function broadcastPages(context: PageContext): Output[] {
  const { outlet, articles } = context.site
  return [
    ...broadcastListPages(context),
    ...(outlet.broadcast.scripts ? articles.map((article) => scriptPage(article, context)) : []),
  ]
}

function broadcastListPages(context: PageContext): Output[] {
  const { outlet } = context.site
  const words = strings(outlet.language)
  const heard = findBroadcasts(context)
  if (heard.length === 0) return []
  const newscast = heard.find(({ front }) => front.audio?.kind === 'newscast')
  return paginate(heard, outlet.listSize, '/listen/').map((page) => ({
    url: page.address,
    layout: 'broadcasts',
    props: {
      ...pageProps(context, page.address, {
        title: [words.listen, page.number && words.page(formatNumber(page.number, outlet.language))]
          .filter(Boolean)
          .join(' · '),
        description: words.listenAbout,
        feed: { title: `${words.listen} — ${outlet.name}`, url: '/listen/feed.xml' },
      }),
      title: words.listen,
      feed: '/listen/feed.xml',
      newscast: page.number === undefined && newscast !== undefined ? broadcastProps(newscast, context)[0] : undefined,
      broadcasts: page.items
        .filter((article) => page.number !== undefined || article !== newscast)
        .flatMap((article) => broadcastProps(article, context)),
      pager: { newer: page.newer && encodeUrlPath(page.newer), older: page.older && encodeUrlPath(page.older) },
    },
  }))
}

/** A story that was on the air, as /listen/ shows it; nothing where its recording is not known. */
function broadcastProps(article: SiteArticle, context: PageContext) {
  const { outlet } = context.site
  const player = audioPlayerProps(article, articleRecording(article, context))
  if (player === undefined) return []
  const lang = article.language === outlet.language ? undefined : article.language
  return [
    {
      player,
      story: { name: articleTitle(article), url: encodeUrlPath(article.address), lang },
      date: formatTime(article.front.date, outlet.language),
      summary: articleSummary(article),
    },
  ]
}

/** Where the recording of a story stands, and how long it plays; undefined where there is none. */
export function articleRecording({ front, path }: SiteArticle, { media }: PageContext): Recording | undefined {
  const medium = front.audio && media(path, front.audio.src)
  return medium && { src: encodeUrlPath(medium.address), duration: formatDuration(medium.seconds ?? 0) }
}

export type Recording = Pick<AudioPlayerProps, 'src' | 'duration'>

/** The recording of a story, as its page shows it; undefined where there is none. */
export function audioPlayerProps(
  article: ArticleTeaser,
  recording: Recording | undefined,
): AudioPlayerProps | undefined {
  const { audio } = article.front
  if (audio === undefined || recording === undefined) return undefined
  const said = audio.transcript === undefined || audio.transcript === 'story' ? '' : audio.transcript
  return {
    kind: audio.kind,
    ...recording,
    title: articleTitle(article),
    transcript: said
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter((paragraph) => paragraph !== ''),
  }
}

/** Where the script of a story stands. */
export const scriptAddress = ({ slug }: Pick<SiteArticle, 'slug'>): UrlPath => `/script/${slug}/`

/** What a script is made of, as the site has it today. */
interface ScriptInputs {
  settings: Hashed<PageSettings>
  url: UrlPath
  story: Hashed<FullArticle>
  text: readonly ResolvedTarget[]
  authors: readonly string[]
}

function scriptPage(article: SiteArticle, context: PageContext): Output {
  const url = scriptAddress(article)
  const partsOf = (): ScriptInputs => ({
    settings: hashedSettings(context),
    url,
    story: hashedArticle(article),
    text: resolveDeferred(article, context),
    authors: (article.terms.people ?? []).map(({ name }) => name),
  })
  return lazyPage({ url, layout: 'broadcast-script', source: article.path, inSitemap: false }, partsOf, scriptProps)
}

function scriptProps({
  settings,
  url,
  story,
  text,
  authors,
}: ScriptInputs): Extract<Output, { layout: 'broadcast-script' }>['props'] {
  const { outlet } = settings.value
  const { wordsPerMinute } = outlet.broadcast
  const article = story.value
  const ui = interfaceLanguage(article.language, outlet.language)
  const words = strings(ui)
  const title = articleTitle(article)
  return {
    ...pageProps(settings.value, url, {
      title: `${words.script} · ${title}`,
      description: articleSummary(article),
      hidden: true,
      language: ui === outlet.language ? undefined : ui,
    }),
    title,
    story: { name: title, url: encodeUrlPath(article.address) },
    authors,
    text: pageBody(article, text, outlet.language),
    reading: {
      wordsPerMinute,
      pronounce: article.front.pronounce,
      cuts: cuts.map((seconds) => ({ seconds, label: words.cutHere(formatDuration(seconds)) })),
    },
  }
}
