import type { ShownTime } from '../src/site/words.ts'
import { strings } from '../src/strings/strings.ts'
import type { TermLink } from './Article.tsx'
import { Document, type PageProps } from './Document.tsx'
import { Pager, type PagerProps } from './parts/Pager.tsx'
import { Player, type PlayerProps } from './parts/Player.tsx'

export interface ListenProps extends PageProps {
  title: string
  feed: string
  broadcasts: readonly { player: PlayerProps; story: TermLink; date: ShownTime; summary: string }[]
  pager: PagerProps
}

/** The newscasts, the latest first. */
export function Listen({ shell, head, title, feed, broadcasts, pager }: ListenProps) {
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
      <ol class="broadcasts">
        {broadcasts.map(({ player, story, date, summary }) => (
          <li>
            <h2 lang={story.lang}>
              <a href={story.url}>{story.name}</a>
            </h2>
            <p class="card-meta">
              <time datetime={date.iso}>{date.text}</time>
            </p>
            <p lang={story.lang}>{summary}</p>
            <Player {...player} words={words} />
          </li>
        ))}
      </ol>
      <Pager {...pager} words={words} />
    </Document>
  )
}
