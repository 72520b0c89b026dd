import { findStrings } from '../src/i18n/find-strings.ts'
import { Document, type PageProps } from './Document.tsx'
import type { CorrectionProps } from './parts/CorrectionNotes.tsx'
import { ListHead } from './parts/ListHead.tsx'
import type { NamedLink } from './parts/named-link.ts'
import { Pager, type PagerProps } from './parts/Pager.tsx'
import { StoryLink } from './parts/StoryLink.tsx'

export interface CorrectionsProps extends PageProps {
  title: string
  intro: string
  corrections: readonly (CorrectionProps & { lang?: string | undefined; story: NamedLink })[]
  pager: PagerProps
}

/** A list of corrections. */
export function Corrections({ chrome, head, title, intro, corrections, pager }: CorrectionsProps) {
  const words = findStrings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <ListHead title={title}>
        <p class="summary">{intro}</p>
      </ListHead>
      {corrections.length === 0 && <p>{words.noCorrections}</p>}
      <ol class="correction-list">
        {corrections.map(({ kind, date, text, lang, story }) => (
          <li>
            <p class="card-meta">
              {words.correctionKinds[kind]} · <time datetime={date.iso}>{date.text}</time>
            </p>
            <p lang={lang}>{text}</p>
            <StoryLink story={story} lang={lang} />
          </li>
        ))}
      </ol>
      <Pager {...pager} words={words} />
    </Document>
  )
}
