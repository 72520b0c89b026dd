import type { VFile } from 'vfile'

/** What a text has in it wherever it holds something that few stories hold. */
const signs = {
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

export type Rarity = keyof typeof signs

/** Whether a text may hold something: where it cannot, a transform need not walk the tree. */
export function mayHold(file: VFile, rarity: Rarity): boolean {
  return signs[rarity].test(String(file))
}
