import type { ShortPlace } from '../problems/place.ts'

/**
 * A place in compiled HTML that is filled when a page is made, because what stands there depends on more than the text:
 * on other files (addresses, pictures) or on the day (a call whose last day is past).
 *
 * In the HTML a placeholder is its number between two NUL characters. Markdown turns every NUL of a writer into U+FFFD, so
 * that no text can forge one.
 */
export type Placeholder =
  | {
      kind: 'link'
      /** What the writer wrote: a path, an address with or without a fragment, or `#fragment`. */
      target: string
      /** The last day after which the link is left out, as YYYY-MM-DD. */
      until?: string | undefined
      /** What a screen reader says in place of the link's text. */
      label?: string | undefined
      place: ShortPlace
    }
  | { kind: 'link-end'; opens: number }
  /** The link that the press adds below a call; where it is left out, nothing stays. */
  | { kind: 'action-link'; target: string; until: string | undefined; words: string; place: ShortPlace }
  | {
      kind: 'image'
      source: string
      alt: string
      place: ShortPlace
    }
  | { kind: 'audio'; source: string; label: string; place: ShortPlace }
  | { kind: 'until'; until: string }

/**
 * Whether the text alone says what stands in a placeholder, and no other file and no day does.
 *
 * @param anchors the ids of the text
 */
export function isStatic(placeholder: Placeholder, anchors: readonly string[]): boolean {
  if (placeholder.kind === 'link-end') return true
  if (placeholder.kind !== 'link' || placeholder.until !== undefined || !/^#[\w-]+$/.test(placeholder.target))
    return false
  return anchors.includes(placeholder.target.slice(1))
}

export const placeholderPattern = /\0(\d+)\0/g

export function placeholderMarker(number: number): string {
  return `\0${number}\0`
}
