import type { PlayerProps } from '../../layouts/parts/AudioPlayer.tsx'
import type { Printed } from '../fingerprint/hashed.ts'
import { number, shownTime } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { durationText } from '../newsroom/broadcast.ts'
import { type Address, href } from '../newsroom/url-path.ts'
import { pageText, type Resolved, resolveHoles } from '../site/resolve-body.ts'
import type { SiteArticle } from '../site/site.ts'
import { type Output, outputOf } from './output.ts'
import {
  type Frame,
  type Outside,
  pageProps,
  type Setting,
  type Story,
  settingOf,
  storyOf,
  summaryOf,
  titleOf,
} from './page-context.ts'
import { pagesOfList } from './paginate.ts'

/** The lengths of newscasts that a script is cut for, in seconds. */
const cuts = [60, 270]

/** The stories that were on the air, newest first. */
export function broadcastsOf({ site, media }: Frame): SiteArticle[] {
  return site.inLists.filter(
    ({ front, path }) => front.audio !== undefined && media(path, front.audio.src) !== undefined,
  )
}

/** The newscasts, where there are any, and scripts to read stories aloud from, where the outlet wants them. */
export function broadcastPages(frame: Frame): Output[] {
  const { outlet, articles } = frame.site
  return [
    ...listenPages(frame),
    ...(outlet.broadcast.scripts ? articles.map((article) => scriptPage(article, frame)) : []),
  ]
}

function listenPages(frame: Frame): Output[] {
  const { outlet } = frame.site
  const words = strings(outlet.language)
  const heard = broadcastsOf(frame)
  if (heard.length === 0) return []
  const newscast = heard.find(({ front }) => front.audio?.kind === 'newscast')
  return pagesOfList(heard, outlet.listSize, '/listen/').map((page) => ({
    url: page.address,
    layout: 'listen',
    props: {
      ...pageProps(frame, page.address, {
        title: [words.listen, page.number && words.page(number(page.number, outlet.language))]
          .filter(Boolean)
          .join(' · '),
        description: words.listenAbout,
        feed: { title: `${words.listen} — ${outlet.name}`, url: '/listen/feed.xml' },
      }),
      title: words.listen,
      feed: '/listen/feed.xml',
      newscast: page.number === undefined && newscast !== undefined ? broadcastProps(newscast, frame)[0] : undefined,
      broadcasts: page.items
        .filter((article) => page.number !== undefined || article !== newscast)
        .flatMap((article) => broadcastProps(article, frame)),
      pager: { newer: page.newer && href(page.newer), older: page.older && href(page.older) },
    },
  }))
}

/** A story that was on the air, as /listen/ shows it; nothing where its recording is not known. */
function broadcastProps(article: SiteArticle, frame: Frame) {
  const { outlet } = frame.site
  const player = playerOf(article, recordingOf(article, frame))
  if (player === undefined) return []
  const lang = article.language === outlet.language ? undefined : article.language
  return [
    {
      player,
      story: { name: titleOf(article), url: href(article.address), lang },
      date: shownTime(article.front.date, outlet.language),
      summary: summaryOf(article),
    },
  ]
}

/** Where the recording of a story stands, and how long it plays; undefined where there is none. */
export function recordingOf({ front, path }: SiteArticle, { media }: Frame): Recording | undefined {
  const medium = front.audio && media(path, front.audio.src)
  return medium && { src: href(medium.address), duration: durationText(medium.seconds ?? 0) }
}

export type Recording = Pick<PlayerProps, 'src' | 'duration'>

/** The recording of a story, as its page shows it; undefined where there is none. */
export function playerOf(article: Outside, recording: Recording | undefined): PlayerProps | undefined {
  const { audio } = article.front
  if (audio === undefined || recording === undefined) return undefined
  const said = audio.transcript === undefined || audio.transcript === 'story' ? '' : audio.transcript
  return {
    kind: audio.kind,
    ...recording,
    title: titleOf(article),
    transcript: said
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter((paragraph) => paragraph !== ''),
  }
}

/** Where the script of a story stands. */
export const scriptAddress = ({ slug }: Pick<SiteArticle, 'slug'>): Address => `/script/${slug}/`

/** What a script is made of, as the site has it today. */
interface ScriptParts {
  setting: Printed<Setting>
  url: Address
  story: Printed<Story>
  text: readonly Resolved[]
  authors: readonly string[]
}

function scriptPage(article: SiteArticle, frame: Frame): Output {
  const url = scriptAddress(article)
  const partsOf = (): ScriptParts => ({
    setting: settingOf(frame),
    url,
    story: storyOf(article),
    text: resolveHoles(article, frame),
    authors: (article.terms.people ?? []).map(({ name }) => name),
  })
  return outputOf({ url, layout: 'script', source: article.path }, partsOf, scriptOf)
}

function scriptOf({ setting, url, story, text, authors }: ScriptParts): Extract<Output, { layout: 'script' }>['props'] {
  const { outlet } = setting.value
  const { wordsPerMinute } = outlet.broadcast
  const article = story.value
  const ui = interfaceLanguage(article.language, outlet.language)
  const words = strings(ui)
  const title = titleOf(article)
  return {
    ...pageProps(setting.value, url, {
      title: `${words.script} · ${title}`,
      description: summaryOf(article),
      hidden: true,
      language: ui === outlet.language ? undefined : ui,
    }),
    title,
    story: { name: title, url: href(article.address) },
    authors,
    text: pageText(article, text, outlet.language),
    reading: {
      wordsPerMinute,
      pronounce: article.front.pronounce,
      cuts: cuts.map((seconds) => ({ seconds, label: words.cutHere(durationText(seconds)) })),
    },
  }
}
