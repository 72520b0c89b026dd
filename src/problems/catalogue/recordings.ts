import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'

export const badDuration = defineProblem({
  name: 'bad-duration',
  severity: 'error',
  why: 'Players and podcast programs show how long a recording is.',
  message: (value: string) => `Unexpected duration ${quote(value)}, expected minutes and seconds`,
  fix: 'Write it like 4:30 or 1:02:03, in quotes: `"4:30"`. It may be left out: it is measured.',
})

export const durationDiffers = defineProblem({
  name: 'duration-differs',
  severity: 'warning',
  why: 'A recording that is shorter or longer than somebody wrote is often the wrong file.',
  message: (typed: string, measured: string) =>
    `Unexpected duration ${quote(typed)}, expected the measured ${quote(measured)}`,
  fix: 'Leave it out, or see whether `src` names the right file.',
})

export const transcriptTooShort = defineProblem({
  name: 'transcript-too-short',
  severity: 'warning',
  why: 'People who cannot hear are owed every word; a recording much longer than its transcript says more than that.',
  message: (words: number, duration: string) =>
    `Unexpected transcript of ${words} words for a recording of ${quote(duration)}, expected all that is said`,
  fix: 'Write down the rest, or mend `broadcast.wordsPerMinute` in site.yml.',
})
