import type { Root } from 'mdast'
import type { Processor } from 'unified'

/** Turns Markdown into a tree, natively; undefined where the program for this system is missing or is not wanted. */
const markdownToMdast =
  process.env.LAMPSTAND_PARSER === 'remark'
    ? undefined
    : await import('satteri').then(
        (satteri) => satteri.markdownToMdast,
        () => undefined,
      )

const options = { features: { gfm: true, directive: true, frontmatter: false } }

/**
 * Parses everyday Markdown natively, in a twentieth of the time. What a text means is what remark-parse says, which parses all
 * other texts; see docs/decisions/0011-native-parser.md for what that is.
 *
 * Used behind the parser and its extensions.
 */
export function nativeParser(this: Processor): undefined {
  const { parser } = this
  if (markdownToMdast === undefined || parser === undefined) return
  this.parser = (text, file) => (isEveryday(text) ? markdownToMdast(text, options) : parser(text, file)) as Root
}

/** A block of the newsroom's, as writers are told to write it: alone between empty lines, with nothing nested. */
const block =
  /(?<=^|\n\n):::(?:pray|give|go|advocate)(?:\{[a-z]+="[^"{}\n]*"(?: [a-z]+="[^"{}\n]*")*\})?\n(?:[\p{L}\p{N}][^:\n]*\n)+:::(?=\n\n|\n*$)/gu

/**
 * What the two parsers were found to read otherwise, and what lies near it: escapes, code, HTML, tables, definitions, footnotes,
 * other directives, addresses that stand bare, character references, tasks, empty items, quotes and lists in quotes, deep indentation, tabs, control characters, and characters
 * beyond the basic plane.
 */
const rare =
  /[\\`<|~@\u{10000}-\u{10ffff}]|[^\P{Cc}\n]|::|:(?=\p{L})|\]:|\[\^|\[[ x]\]|>[ >]*>|www\.|(?<!\]\()(?:https?|ftp):|&(?=[#\p{L}])|^ {4}|^[ >]*(?:[-+*]|\d+[.)]) *$|^[ >]*> *(?:[-+*]|\d+[.)]) /imu

/** Whether both parsers are known to read a text alike. */
export function isEveryday(text: string): boolean {
  return !rare.test(text.includes(':::') ? text.replace(block, '') : text)
}
