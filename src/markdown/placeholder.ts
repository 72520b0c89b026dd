import type { EncodedPlace } from '../problems/place.ts'

/**
 * A place in compiled HTML whose content depends on more than the text: on other files (URLs, pictures) or on the day
 * (a request whose last day is past). It is resolved when a page is rendered.
 *
 * In the HTML a placeholder is its number between two NUL characters. The parser turns every typed NUL into U+FFFD, so
 * no text can forge one.
 */
export type Placeholder =
  | {
      kind: 'link'
      /** The URL as typed: a path, a URL with or without a fragment, or `#fragment`. */
      target: string
      /** The last day of the link, as YYYY-MM-DD; after it the link is left out. */
      until?: string | undefined
      /** The label for screen readers, in place of the link's text. */
      label?: string | undefined
      place: EncodedPlace
    }
  | { kind: 'link-end'; opens: number }
  /** The link below a request to readers. Without it, its paragraph is left out. */
  | { kind: 'action-link'; target: string; until: string | undefined; text: string; place: EncodedPlace }
  | {
      kind: 'image'
      source: string
      alt: string
      place: EncodedPlace
    }
  | { kind: 'audio'; source: string; label: string; place: EncodedPlace }
  | { kind: 'until'; until: string }

/**
 * True if the content of a placeholder depends on the text alone, and on no other file and no day.
 *
 * @param anchors the ids of the text
 */
export function isStaticPlaceholder(placeholder: Placeholder, anchors: readonly string[]): boolean {
  if (placeholder.kind === 'link-end') return true
  if (placeholder.kind !== 'link' || placeholder.until !== undefined || !/^#[\w-]+$/.test(placeholder.target))
    return false
  return anchors.includes(placeholder.target.slice(1))
}

export const placeholderPattern = /\0(\d+)\0/g

export function placeholderMarker(number: number): string {
  return `\0${number}\0`
}
