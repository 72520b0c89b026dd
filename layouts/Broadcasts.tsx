import { findStrings } from '../src/i18n/find-strings.ts'
import type { FormattedTime } from '../src/i18n/format.ts'
import type { InterfaceStrings } from '../src/i18n/interface-strings.ts'
import { Document, type PageProps } from './Document.tsx'
import { AudioPlayer, type AudioPlayerProps } from './parts/AudioPlayer.tsx'
import { ListHead } from './parts/ListHead.tsx'
import type { NamedLink } from './parts/named-link.ts'
import { Pager, type PagerProps } from './parts/Pager.tsx'

/** A story with its recording. */
export interface BroadcastProps {
  player: AudioPlayerProps
  story: NamedLink
  date: FormattedTime
  summary: string
}

export interface BroadcastsProps extends PageProps {
  title: string
  feed: string
  /** The latest newscast, on the newest page. */
  newscast: BroadcastProps | undefined
  /** All other recordings, the latest first. */
  broadcasts: readonly BroadcastProps[]
  pager: PagerProps
}

/** The latest newscast and all other broadcasts. */
export function Broadcasts({ chrome, head, title, feed, newscast, broadcasts, pager }: BroadcastsProps) {
  const words = findStrings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <ListHead title={title}>
        <ul class="list-links">
          <li>
            <a href={feed}>{words.podcast}</a>
          </li>
        </ul>
      </ListHead>
      {newscast !== undefined && (
        <section aria-labelledby="Newscast">
          <h2 id="Newscast">{words.latestNewscast}</h2>
          <RecordingList broadcasts={[newscast]} words={words} />
        </section>
      )}
      {broadcasts.length > 0 && (
        <section aria-labelledby="Broadcasts">
          <h2 id="Broadcasts">{newscast === undefined ? words.onTheAir : words.moreOnTheAir}</h2>
          <RecordingList broadcasts={broadcasts} words={words} />
        </section>
      )}
      <Pager {...pager} words={words} />
    </Document>
  )
}

function RecordingList({ broadcasts, words }: { broadcasts: readonly BroadcastProps[]; words: InterfaceStrings }) {
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
          <AudioPlayer {...player} words={words} />
        </li>
      ))}
    </ol>
  )
}
