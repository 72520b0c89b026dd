import type { VFile } from 'vfile'
import { blockNames } from './blocks/blocks.ts'

/** What a text has in it wherever it holds something that few texts hold. */
const patterns = {
  /** Bars, or in a table of one column dashes beside a colon; or HTML. */
  table: /[|<]|:-|-:/,
  /** Indentation, fences, or HTML. */
  code: / {4}|\t|`{3}|~{3}|</,
  image: /!\[|</,
  html: /</,
  /** A colon before a space, at the end of a line or in a web address begins no directive. */
  directive: /:[^ \n/]/,
  /** Containers by their colons, as everything else with three; leaves as they are written, or nearly so. */
  block: new RegExp(`:::|::[ \\t]*(?:${blockNames('leaf').join('|')})`, 'i'),
  /** Brackets after brackets, footnotes, and addresses that are not plainly one. */
  linkAsText: /\]\[|\[\^|\]\((?![^\s()<>]+\))/,
}

export type RareSyntax = keyof typeof patterns

/** Returns false if a text holds no syntax of a kind, so that a step need not walk its tree. */
export function mayContain(file: VFile, syntax: RareSyntax): boolean {
  return patterns[syntax].test(String(file))
}
