import type { Nodes } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'

/**
 * Joins the text of blocks to one line: with a space between paragraphs, and a semicolon after each item of a list that
 * does not end in punctuation.
 *
 *     Pray for:
 *     - the families  →  Pray for: the families; the nurses
 *     - the nurses
 */
export function oneLineText(blocks: readonly Nodes[]): string {
  const semicolon = blocks.some((block) => /\p{Script=Arabic}/u.test(textContent(block))) ? '؛' : ';'
  const lineText = (node: Nodes): string => {
    if (node.type === 'break') return ' '
    if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : ''
    if (!('children' in node)) return textContent(node)
    const texts = node.children.map(lineText)
    if (node.type === 'list' || node.type === 'table') return joinTexts(texts, semicolon)
    return texts.join(blockContainers.has(node.type) ? ' ' : '')
  }
  // A new sentence begins after a list.
  const texts = blocks.map((block) => ({ text: lineText(block), end: block.type === 'list' ? '.' : '' }))
  return texts.reduce((line, { text }, index) => joinTexts([line, text], texts[index - 1]?.end ?? ''), '')
}

/** Punctuation at the end of a text, also before closing quotation marks. */
const endsInPunctuation = /[.…!?:;,،؛؟。！？：；，、][\p{Pe}\p{Pf}"']*$/u

const blockContainers: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>(['listItem', 'blockquote', 'tableRow'])

/** Joins texts with spaces, and adds a mark to each but the last that does not end in punctuation. */
function joinTexts(texts: readonly string[], mark: string): string {
  return texts
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text, index, { length }) => (index === length - 1 || endsInPunctuation.test(text) ? text : text + mark))
    .join(' ')
}
