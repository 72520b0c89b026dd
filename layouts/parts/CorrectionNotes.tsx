import type { FormattedTime } from '../../src/i18n/format.ts'
import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import type { CorrectionKind } from '../../src/newsroom/correction.ts'

export interface CorrectionProps {
  kind: CorrectionKind
  date: FormattedTime
  text: string
}

/** The corrections of a story. */
export function CorrectionNotes({
  corrections,
  words,
}: {
  corrections: readonly CorrectionProps[]
  words: InterfaceStrings
}) {
  if (corrections.length === 0) return null
  return (
    <div class="corrections">
      {corrections.map(({ kind, date, text }) => (
        <p>
          <b>
            {words.correctionKinds[kind]}, <time datetime={date.iso}>{date.text}</time>:
          </b>{' '}
          {text}
        </p>
      ))}
    </div>
  )
}
