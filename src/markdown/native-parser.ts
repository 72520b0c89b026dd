import type { Root } from 'mdast'
import type { markdownToMdast } from 'satteri'
import type { Processor } from 'unified'
import { blockNames } from './blocks/blocks.ts'

type MarkdownToMdast = typeof markdownToMdast

/** What turns Markdown into a tree, natively; undefined where the program for this system is missing or is not wanted. */
export async function loadNativeParser(): Promise<MarkdownToMdast | undefined> {
  if (process.env.LAMPSTAND_PARSER === 'remark') return undefined
  return import('satteri').then(
    (satteri) => satteri.markdownToMdast,
    () => undefined,
  )
}

const options = { features: { gfm: true, directive: true, frontmatter: false } }

/**
 * Parses everyday Markdown natively, in a twentieth of the time. What a text means is what remark-parse says, which parses all
 * other texts; see docs/decisions/0011-fast-paths.md for what that is.
 *
 * Used behind the parser and its extensions.
 */
export function nativeParser(this: Processor, program: MarkdownToMdast | undefined): undefined {
  const { parser } = this
  if (program === undefined || parser === undefined) return
  this.parser = (text, file) => (isFastMarkdown(text) ? program(text, options) : parser(text, file)) as Root
}

/** A block of the newsroom's, as writers are told to write it: alone between empty lines, with nothing nested. */
const plainBlock = new RegExp(
  `(?<=^|\\n\\n):::(?:${blockNames('container').join('|')})${/(?:\{[a-z]+="[^"{}\n]*"(?: [a-z]+="[^"{}\n]*")*\})?\n(?:[\p{L}\p{N}][^:\n]*\n)+:::(?=\n\n|\n*$)/u.source}`,
  'gu',
)

/*
 * What the two parsers were found to read otherwise, and what lies near it. Each pattern begins with a sign that is rare itself, or
 * with the beginning of a line: text is run through much quicker so than where every letter may begin something.
 */

/**
 * Escapes, code, HTML, tables, addresses of people, control characters, tabs, marks of byte order, separators of lines, and characters
 * beyond the basic plane.
 */
const rareCharacters = /[\\`<|~@\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/
/** Other directives, definitions, footnotes, tasks, quotes in quotes, character references, bare addresses, and stars next to underscores. */
const rareMarks =
  /[:[>&*_](?:(?<=:)[:\p{L}]|(?<=\]:)|(?<=(?:https?|ftp):)(?<!\]\((?:https?|ftp):)|(?<=\[)(?:\^|[ x]\])|(?<=>)[ >]*>|(?<=&)[#\p{L}]|(?<=\*)_|(?<=_)\*)/iu
const bareAddress = /www\./i
/** Deep indentation, empty items, and lists in quotes. */
const lineStarts = /(?:^|\n)(?: {4}|[ >]*(?:[-+*]|\d+[.)]) *(?:\n|$)|[ >]*> *(?:[-+*]|\d+[.)]) )/

const rarePatterns = [rareCharacters, rareMarks, bareAddress, lineStarts]

/** Whether both parsers are known to read a text alike. */
export function isFastMarkdown(text: string): boolean {
  const plain = text.includes(':::') ? text.replace(plainBlock, '') : text
  return !rarePatterns.some((pattern) => pattern.test(plain))
}
