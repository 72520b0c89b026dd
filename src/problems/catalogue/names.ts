import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'

export const bylineAndAuthors = defineProblem({
  name: 'byline-and-authors',
  severity: 'error',
  why: 'A byline that is withheld and named at once would depend on who reads the file.',
  message: () => 'Unexpected `authors` beside `byline: withheld`',
  fix: 'Take `authors` away where the name must not be known; it is in the repository’s history all the same.',
})

export const bylineMissing = defineProblem({
  name: 'byline-missing',
  severity: 'error',
  why: 'Whether a name is forgotten or withheld is a decision about a person’s safety.',
  message: () => 'Missing key `authors`',
  fix: 'Add `authors: [id]` with the name of a file in people/, or `byline: withheld`.',
})

export const datelineCountryDiffers = defineProblem({
  name: 'dateline-country-differs',
  severity: 'warning',
  why: 'Readers find the story under the countries of its front matter and believe its dateline.',
  message: (place: string, countries: string) => `Dateline ${quote(place)} is not among \`countries: [${countries}]\``,
  fix: 'Correct the dateline, or add its country to `countries`.',
})

export const pseudonymWithoutNote = defineProblem({
  name: 'pseudonym-without-note',
  severity: 'error',
  why: 'A star without a note tells readers nothing, and often means that the closing line was lost.',
  message: (name: string) => `Unexpected star after ${quote(name)} without a note on names`,
  fix: 'End the story with a line `* Name changed for security.`, or take the star away.',
})

export const noteWithoutPseudonym = defineProblem({
  name: 'note-without-pseudonym',
  severity: 'error',
  why: 'A note without a starred name often means that a real name stands in the text.',
  message: (note: string) => `Unexpected note ${quote(note)} without a starred name`,
  fix: 'Put a star after the first mention of each changed name, like André*, or take the note away.',
})

export const pseudonymNotFound = defineProblem({
  name: 'pseudonym-not-found',
  severity: 'error',
  why: 'A name listed as changed that the text does not hold often means that the text holds the real one.',
  message: (name: string) => `Unexpected pseudonym ${quote(name)}, which the text does not mention`,
  fix: 'Check that the text does not use the real name, then correct the spelling or take the pseudonym away.',
})
