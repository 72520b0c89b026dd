import type { Root } from 'mdast'
import type { markdownToMdast } from 'satteri'
import type { Processor } from 'unified'
import { blockNames } from './blocks/blocks.ts'

type MarkdownToMdast = typeof markdownToMdast

/** Loads the native parser; undefined if it is missing for this system, or if LAMPSTAND_PARSER is `remark`. */
export async function loadNativeParser(): Promise<MarkdownToMdast | undefined> {
  if (process.env.LAMPSTAND_PARSER === 'remark') return undefined
  return import('satteri').then(
    (satteri) => satteri.markdownToMdast,
    () => undefined,
  )
}

const options = { features: { gfm: true, directive: true, frontmatter: false } }

/**
 * The fast path from text to tree: parses common Markdown natively, in a twentieth of the time.
 *
 * remark-parse defines what a text means, and parses all other texts; see docs/decisions/0011-fast-paths.md. Use it
 * after the parser and its extensions.
 */
export function nativeParser(this: Processor, parseNatively: MarkdownToMdast | undefined): undefined {
  const { parser } = this
  if (parseNatively === undefined || parser === undefined) return
  this.parser = (text, file) => (canParseNatively(text) ? parseNatively(text, options) : parser(text, file)) as Root
}

const containerNames = blockNames('container').join('|')
const attributes = String.raw`(?:\{[a-z]+="[^"{}\n]*"(?: [a-z]+="[^"{}\n]*")*\})?`
const plainLines = String.raw`(?:[\p{L}\p{N}][^:\n]*\n)+`
/** A container block as the guide shows it: alone between empty lines, with nothing nested. */
const plainBlock = new RegExp(
  String.raw`(?<=^|\n\n):::(?:${containerNames})${attributes}\n${plainLines}:::(?=\n\n|\n*$)`,
  'gu',
)

/*
 * The patterns below match the Markdown that the two parsers read differently, and similar Markdown. Each begins with a
 * rare character or with the beginning of a line: that is much faster than a pattern that every letter may begin.
 */

/**
 * Escapes, code, HTML, tables, e-mail addresses, control characters, tabs, byte order marks, line separators, and
 * characters beyond the basic plane.
 */
const rareCharacters = /[\\`<|~@\0-\t\v-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/
/**
 * Other directives, definitions, footnotes, tasks, quotes in quotes, character references, bare URLs, and asterisks
 * next to underscores.
 */
const rareMarks =
  /[:[>&*_](?:(?<=:)[:\p{L}]|(?<=\]:)|(?<=(?:https?|ftp):)(?<!\]\((?:https?|ftp):)|(?<=\[)(?:\^|[ x]\])|(?<=>)[ >]*>|(?<=&)[#\p{L}]|(?<=\*)_|(?<=_)\*)/iu
const bareAddress = /www\./i
/** Deep indentation, empty items, and lists in quotes. */
const lineStarts = /(?:^|\n)(?: {4}|[ >]*(?:[-+*]|\d+[.)]) *(?:\n|$)|[ >]*> *(?:[-+*]|\d+[.)]) )/

const rarePatterns = [rareCharacters, rareMarks, bareAddress, lineStarts]

/** True if both parsers are known to read a text alike. */
export function canParseNatively(text: string): boolean {
  const plain = text.includes(':::') ? text.replace(plainBlock, '') : text
  return !rarePatterns.some((pattern) => pattern.test(plain))
}
