import type { ShownTime } from '../src/i18n/format.ts'
import { type Strings, strings } from '../src/i18n/strings.ts'
import type { TermLink } from './Article.tsx'
import { Document, type PageProps } from './Document.tsx'
import { Player, type PlayerProps } from './parts/AudioPlayer.tsx'
import { Pager, type PagerProps } from './parts/Pager.tsx'

interface BroadcastProps {
  player: PlayerProps
  story: TermLink
  date: ShownTime
  summary: string
}

export interface ListenProps extends PageProps {
  title: string
  feed: string
  /** The latest newscast, on the first page. */
  newscast: BroadcastProps | undefined
  /** All other recordings, the latest first. */
  broadcasts: readonly BroadcastProps[]
  pager: PagerProps
}

/** The latest newscast, and what else was on the air. */
export function Listen({ shell, head, title, feed, newscast, broadcasts, pager }: ListenProps) {
  const words = strings(shell.language)
  return (
    <Document shell={shell} head={head}>
      <header class="list-head">
        <h1>{title}</h1>
        <ul class="list-links">
          <li>
            <a href={feed}>{words.podcast}</a>
          </li>
        </ul>
      </header>
      {newscast !== undefined && (
        <section aria-labelledby="Newscast">
          <h2 id="Newscast">{words.latestNewscast}</h2>
          <Broadcasts broadcasts={[newscast]} words={words} />
        </section>
      )}
      {broadcasts.length > 0 && (
        <section aria-labelledby="Broadcasts">
          <h2 id="Broadcasts">{newscast === undefined ? words.onTheAir : words.moreOnTheAir}</h2>
          <Broadcasts broadcasts={broadcasts} words={words} />
        </section>
      )}
      <Pager {...pager} words={words} />
    </Document>
  )
}

function Broadcasts({ broadcasts, words }: { broadcasts: readonly BroadcastProps[]; words: Strings }) {
  return (
    <ol class="broadcasts">
      {broadcasts.map(({ player, story, date, summary }) => (
        <li>
          <h3 lang={story.lang}>
            <a href={story.url}>{story.name}</a>
          </h3>
          <p class="card-meta">
            <time datetime={date.iso}>{date.text}</time>
          </p>
          <p lang={story.lang}>{summary}</p>
          <Player {...player} words={words} />
        </li>
      ))}
    </ol>
  )
}
