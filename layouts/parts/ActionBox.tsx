import type { Strings } from '../../src/i18n/interface-strings.ts'
import type { ActionKind } from '../../src/newsroom/action.ts'

export interface ActionProps {
  kind: ActionKind
  text: string
  /** Left out where the last day is past. */
  url?: string | undefined
  /** A sentence about the last day. */
  until?: string | undefined
}

/** What a reader can do, from front matter; blocks in the text look alike. */
export function ActionBox({ kind, text, url, until, words }: ActionProps & { words: Strings }) {
  return (
    <div class={`action action-${kind}`}>
      <p class="action-kind">{words.actionKinds[kind]}</p>
      <p>{text}</p>
      {url !== undefined && (
        <p class="action-link">
          <a href={url} rel={/^https?:/.test(url) ? 'noopener' : undefined}>
            {words.actionLinks[kind]}
          </a>
        </p>
      )}
      {until !== undefined && <p class="action-until">{until}</p>}
    </div>
  )
}
