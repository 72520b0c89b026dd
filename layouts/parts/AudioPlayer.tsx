import type { Strings } from '../../src/i18n/strings.ts'
import type { BroadcastKind } from '../../src/newsroom/broadcast.ts'

export interface AudioPlayerProps {
  kind: BroadcastKind
  src: string
  /** As players show it, such as `4:30`. */
  duration: string
  title: string
  /** What is said in it, a paragraph each; empty where it is the text of the story, or unknown. */
  transcript: readonly string[]
}

/** A recording, by the browser's own player: by keyboard, without a script, and nothing is fetched before somebody listens. */
export function AudioPlayer({ kind, src, duration, title, transcript, words }: AudioPlayerProps & { words: Strings }) {
  return (
    <div class="broadcast">
      <p class="broadcast-kind">
        {words.broadcastKinds[kind]} · {duration}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript stands below, or is the story */}
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
