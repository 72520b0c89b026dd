import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'

export interface PagerProps {
  newer?: string | undefined
  older?: string | undefined
}

/** Links to the pages before and after this one of a list. */
export function Pager({ newer, older, words }: PagerProps & { words: InterfaceStrings }) {
  if (newer === undefined && older === undefined) return null
  return (
    <nav class="pager" aria-label={words.allStories}>
      {newer !== undefined && (
        <a href={newer} rel="next">
          ← {words.newerStories}
        </a>
      )}
      {older !== undefined && (
        <a class="pager-older" href={older} rel="prev">
          {words.olderStories} →
        </a>
      )}
    </nav>
  )
}
