import { formatNumber } from '../../src/i18n/format.ts'
import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import type { NamedLink } from './named-link.ts'

export interface SeriesNavProps {
  /** The taxonomy's word for one of its terms, such as `Series`. */
  label: string
  name: string
  url: string
  part: number
  of: number
  previous?: NamedLink | undefined
  next?: NamedLink | undefined
}

/** The place of a story in its series, with links to the parts before and after it. */
export function SeriesNav({
  label,
  name,
  url,
  part,
  of,
  previous,
  next,
  words,
}: SeriesNavProps & { words: InterfaceStrings }) {
  return (
    <nav class="series" aria-label={`${label}: ${name}`}>
      <p>
        <b>
          {label}: <a href={url}>{name}</a>
        </b>{' '}
        {words.partOf(formatNumber(part, words.language), formatNumber(of, words.language))}
      </p>
      {previous !== undefined && (
        <p>
          {words.previousPart} <a href={previous.url}>{previous.name}</a>
        </p>
      )}
      {next !== undefined && (
        <p>
          {words.nextPart} <a href={next.url}>{next.name}</a>
        </p>
      )}
    </nav>
  )
}
