import type { VFile } from 'vfile'
import { blockNames } from './blocks/blocks.ts'

/** A pattern for each rare kind of syntax. Every text with such syntax matches it; few others do. */
const patterns = {
  /** Bars, or in a table of one column dashes beside a colon; or HTML. */
  table: /[|<]|:-|-:/,
  /** Indentation, fences, or HTML. */
  code: / {4}|\t|`{3}|~{3}|</,
  image: /!\[|</,
  html: /</,
  /** A colon before a space, at the end of a line or in a web address begins no directive. */
  directive: /:[^ \n/]/,
  /** Containers by their three colons; leaves by their name, with or without spaces before it. */
  block: new RegExp(`:::|::[ \\t]*(?:${blockNames('leaf').join('|')})`, 'i'),
  /** Brackets after brackets, footnotes, and addresses that are not plainly one. */
  linkAsText: /\]\[|\[\^|\]\((?![^\s()<>]+\))/,
}

export type RareSyntax = keyof typeof patterns

/** Returns false if a text has no syntax of a kind, so that a step can skip its tree. */
export function mayContain(file: VFile, syntax: RareSyntax): boolean {
  return patterns[syntax].test(String(file))
}
