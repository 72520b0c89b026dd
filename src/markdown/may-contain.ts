import type { VFile } from 'vfile'

/** What a text has in it wherever it holds something that few stories hold. */
const patterns = {
  /** Bars, or in a table of one column dashes beside a colon; or HTML. */
  table: /[|<]|:-|-:/,
  /** Indentation, fences, or HTML. */
  code: / {4}|\t|`{3}|~{3}|</,
  image: /!\[|</,
  html: /</,
  /** A colon before a space, at the end of a line or in a web address begins no directive. */
  directive: /:[^ \n/]/,
  block: /:::/,
  /** Brackets behind brackets, footnotes, and addresses that are not plainly one. */
  linkAsText: /\]\[|\[\^|\]\((?![^\s()<>]+\))/,
  /** As it is written, or nearly so. */
  audio: /::[ \t]*audio/i,
}

export type RareSyntax = keyof typeof patterns

/** Whether a text may hold something: where it cannot, a transform need not walk the tree. */
export function mayContain(file: VFile, rarity: RareSyntax): boolean {
  return patterns[rarity].test(String(file))
}
