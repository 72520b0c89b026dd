import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { type Suggestion, suggest, suggestId } from '../suggestion.ts'

export const unknownCountry = defineProblem({
  name: 'unknown-country',
  severity: 'error',
  why: 'Countries make addresses and feeds; a misspelled one would open a page of its own.',
  message: (value: string) => `Unexpected country ${quote(value)}, expected an ISO code or an English name`,
  fix: (_value: string, suggestion: Suggestion) => suggest(suggestion, 'Write it like ML or Mali.'),
})

export const unknownPerson = defineProblem({
  name: 'unknown-person',
  severity: 'error',
  why: 'A byline must name the person that the newsroom knows, and nobody else.',
  message: (word: string) => `Unexpected author ${quote(word)}, expected a person with a file in people/`,
  fix: (_word: string, suggestion: Suggestion, id: string) => suggestId(suggestion, id, 'author', 'people'),
})

export const unknownPartner = defineProblem({
  name: 'unknown-partner',
  severity: 'error',
  why: 'A misspelled partner would open a page of its own.',
  message: (word: string) => `Unexpected partner ${quote(word)}, expected a partner with a file in partners/`,
  fix: (_word: string, suggestion: Suggestion, id: string) => suggestId(suggestion, id, 'partner', 'partners'),
})

export const unknownTerm = defineProblem({
  name: 'unknown-term',
  severity: 'error',
  why: 'This taxonomy is kept in order by files, so that a misspelled term does not open a page of its own.',
  message: (word: string, folder: string) => `Unexpected ${quote(word)}, expected a term with a file in ${folder}/`,
  fix: (_word: string, folder: string, suggestion: Suggestion, id: string) => suggestId(suggestion, id, 'term', folder),
})

export const mergeConflict = defineProblem({
  name: 'merge-conflict',
  severity: 'error',
  why: 'A word can lead to one page alone.',
  message: (word: string, other: string) => `Unexpected merge of ${quote(word)}, which ${other} stands for already`,
  fix: 'Take it out of one of the two, or remove the file that it should not have.',
})

export const takenKey = defineProblem({
  name: 'taken-key',
  severity: 'error',
  why: 'A key that stories have already would lose its meaning: drafts and stories under embargo would be published.',
  message: (value: string) => `Unexpected key ${quote(value)}, which means something else already`,
  fix: 'Choose another, like `series` or `programs`; its terms and its folder are called by it.',
})

export const noAddressInName = defineProblem({
  name: 'no-address-in-name',
  severity: 'error',
  why: 'A term’s address is made of the letters and digits of its name.',
  message: (value: string) => `Unexpected name ${quote(value)}, which no address can be made of`,
  fix: 'Write a word or a short phrase with a letter or a digit.',
})
