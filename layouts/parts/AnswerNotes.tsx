import type { Strings } from '../../src/i18n/strings.ts'
import type { TermLink } from '../Article.tsx'

/** Says that a story's requests for prayer were answered, or that it tells of an answer. */
export function AnswerNotes({
  answers,
  answerTo,
  words,
}: {
  answers: readonly TermLink[]
  answerTo: readonly TermLink[]
  words: Strings
}) {
  return (
    <>
      {answers.length > 0 && <Note label={words.answeredIn} links={answers} />}
      {answerTo.length > 0 && <Note label={words.answerTo} links={answerTo} />}
    </>
  )
}

function Note({ label, links }: { label: string; links: readonly TermLink[] }) {
  return (
    <p class="answer-note">
      <b>{label}</b>{' '}
      {links.map(({ name, url }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={url}>{name}</a>
        </>
      ))}
    </p>
  )
}
