import { quote } from './quote.ts'

/** Values to write in place of an unknown one: one of some words, or several at once, which belong in a list. */
export interface Suggestion {
  oneOf?: readonly string[]
  list?: readonly string[]
}

/** The beginning of a fix that names the words that the writer may have meant; empty without any. */
export function didYouMean(...words: readonly (string | undefined)[]): string {
  const quoted = words.filter((word) => word !== undefined).map((word) => `\`${word}\``)
  return quoted.length === 0 ? '' : `Did you mean ${quoted.join(' or ')}? `
}

/** The fix that writes a suggestion down, followed by other advice where the suggestion is no list. */
export function suggest({ oneOf = [], list }: Suggestion, advice: string): string {
  return list === undefined ? `${didYouMean(...oneOf)}${advice}` : `Write ${quote(`[${list.join(', ')}]`)}.`
}

/** The fix for an id without a file: a suggestion, or a new file where no file has that id. */
export function suggestId(suggestion: Suggestion, id: string, kind: string, folder: string): string {
  const advice = suggestion.oneOf?.includes(id) ? '' : `A new ${kind} needs a file ${folder}/${id}.md.`
  return suggest(suggestion, advice).trimEnd()
}
