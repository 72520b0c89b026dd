import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import { audioAttributes } from '../../src/newsroom/audio-attributes.ts'
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
export function AudioPlayer({
  kind,
  src,
  duration,
  title,
  transcript,
  words,
}: AudioPlayerProps & { words: InterfaceStrings }) {
  return (
    <div class="broadcast">
      <p class="broadcast-kind">
        {words.broadcastKinds[kind]} · {duration}
      </p>
      <audio {...audioAttributes(src, words.listenTo(title))} />
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
