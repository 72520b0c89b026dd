import type { Strings } from '../../src/i18n/interface-strings.ts'
import type { BroadcastKind } from '../../src/newsroom/broadcast.ts'

export interface AudioPlayerProps {
  kind: BroadcastKind
  src: string
  /** In minutes and seconds, such as `4:30`. */
  duration: string
  title: string
  /** The paragraphs of the transcript; empty if the story is the transcript, or there is none. */
  transcript: readonly string[]
}

/**
 * A recording in the browser's own player, which works by keyboard and without a script. Nothing is downloaded before a reader
 * plays it.
 */
export function AudioPlayer({ kind, src, duration, title, transcript, words }: AudioPlayerProps & { words: Strings }) {
  return (
    <div class="broadcast">
      <p class="broadcast-kind">
        {words.broadcastKinds[kind]} · {duration}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript follows, or is the story */}
      <audio controls preload="none" src={src} aria-label={words.listenTo(title)} />
      <p class="broadcast-download">
        <a href={src} download>
          {words.download}
        </a>
      </p>
      {transcript.length > 0 && (
        <details>
          <summary>{words.transcript}</summary>
          {transcript.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </details>
      )}
    </div>
  )
}
