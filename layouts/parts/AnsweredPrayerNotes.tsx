import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import type { NamedLink } from './named-link.ts'

/** Notes that a story's requests for prayer were answered, or that the story reports an answer. */
export function AnsweredPrayerNotes({
  answers,
  answerTo,
  words,
}: {
  answers: readonly NamedLink[]
  answerTo: readonly NamedLink[]
  words: InterfaceStrings
}) {
  return (
    <>
      {answers.length > 0 && <Note label={words.answeredIn} links={answers} />}
      {answerTo.length > 0 && <Note label={words.answerTo} links={answerTo} />}
    </>
  )
}

function Note({ label, links }: { label: string; links: readonly NamedLink[] }) {
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
