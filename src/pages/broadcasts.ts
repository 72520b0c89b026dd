import type { BroadcastProps } from '../../layouts/Broadcasts.tsx'
import { findStrings } from '../i18n/find-strings.ts'
import { formatTime } from '../i18n/format.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import { feedAddress } from '../newsroom/url-path.ts'
import type { SiteArticle } from '../site/site.ts'
import { articleLink, articleSummary } from './article-teaser.ts'
import { audioPlayerProps, findRecording } from './audio-player-props.ts'
import { numberedTitle, pagerProps } from './list-page-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'
import { paginate } from './paginate.ts'

/** Returns the articles with a recording that were on the air, newest first. */
export function findBroadcasts({ site, findMediaItem }: PageContext): SiteArticle[] {
  return site.listedArticles.filter(
    ({ front, path }) => front.audio !== undefined && findMediaItem(path, front.audio.src) !== undefined,
  )
}

/** Returns the pages of `/listen/`: the latest newscast and all other broadcasts, if there are any. */
export function broadcastPages(context: PageContext): Output[] {
  const { outlet } = context.site
  const words = findStrings(outlet.language)
  const broadcasts = findBroadcasts(context)
  if (broadcasts.length === 0) return []
  const newscast = broadcasts.find(({ front }) => front.audio?.kind === 'newscast')
  const feed = feedAddress('/listen/')
  return paginate(broadcasts, outlet.listSize, '/listen/').map((page) => ({
    url: page.address,
    layout: 'broadcasts',
    props: {
      ...pageProps(context, page.address, {
        title: numberedTitle(words.listen, page, outlet.language),
        description: words.listenAbout,
        feed: { title: `${words.listen} — ${outlet.name}`, url: feed },
      }),
      title: words.listen,
      feed,
      newscast: page.number === undefined && newscast !== undefined ? broadcastProps(newscast, context) : undefined,
      broadcasts: page.items
        .filter((article) => page.number !== undefined || article !== newscast)
        .flatMap((article) => broadcastProps(article, context) ?? []),
      pager: pagerProps(page),
    },
  }))
}

function broadcastProps(article: SiteArticle, context: PageContext): BroadcastProps | undefined {
  const { outlet } = context.site
  const player = audioPlayerProps(article, findRecording(article, context))
  if (player === undefined) return undefined
  return {
    player,
    story: { ...articleLink(article), lang: langAttribute(article.language, outlet.language) },
    date: formatTime(article.front.date, outlet.language),
    summary: articleSummary(article),
  }
}
