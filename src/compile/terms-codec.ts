import type { Article } from '../newsroom/article.ts'
import type { TermReference } from '../newsroom/taxonomy.ts'

type Terms = Article['terms']

/**
 * Encodes the terms of an article in a line for each taxonomy: its key, and after a tab each term, as `=` and the word if the word is
 * the id, else as id, space and word.
 */
export function encodeTerms(terms: Terms): string {
  let lines = ''
  for (const key in terms) {
    lines += lines === '' ? key : `\n${key}`
    for (const { id, word } of terms[key] ?? []) lines += id === word ? `\t=${id}` : `\t${id} ${word}`
  }
  return lines
}

/** Decodes the terms of an article. Articles by one author or about one partner share the decoded line. */
export function decodeTerms(lines: string): Terms {
  const terms: Terms = {}
  for (const line of lines.split('\n')) {
    let decoded = decodedLines.get(line)
    if (decoded === undefined) {
      const [key = '', ...words] = line.split('\t')
      decoded = { key, terms: words.map(decodeTerm) }
      decodedLines.set(line, decoded)
    }
    terms[decoded.key] = decoded.terms
  }
  return terms
}

const decodedLines = new Map<string, { key: string; terms: TermReference[] }>()

function decodeTerm(text: string): TermReference {
  let term = decodedTerms.get(text)
  if (term === undefined) {
    const isOneWord = text.startsWith('=')
    const space = text.indexOf(' ')
    term = isOneWord
      ? { id: text.slice(1), word: text.slice(1) }
      : { id: text.slice(0, space), word: text.slice(space + 1) }
    decodedTerms.set(text, term)
  }
  return term
}

const decodedTerms = new Map<string, TermReference>()
