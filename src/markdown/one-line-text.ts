import type { Nodes } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'

/**
 * The text of blocks in one line, for pages that show no more of it: paragraphs keep a space between them, and the items of a list a
 * semicolon where they do not end in a sign of their own.
 *
 *     Pray for:
 *     - the families  →  Pray for: the families; the nurses
 *     - the nurses
 */
export function oneLineText(blocks: readonly Nodes[]): string {
  const semicolon = blocks.some((block) => /\p{Script=Arabic}/u.test(textContent(block))) ? '؛' : ';'
  const inside = (node: Nodes): string => {
    if (node.type === 'break') return ' '
    if (node.type === 'html') return /^<br\b/i.test(node.value) ? ' ' : ''
    if (!('children' in node)) return textContent(node)
    const texts = node.children.map(inside)
    if (node.type === 'list' || node.type === 'table') return joinTexts(texts, semicolon)
    return texts.join(blockContainers.has(node.type) ? ' ' : '')
  }
  // What follows a list begins a sentence.
  const texts = blocks.map((block) => ({ text: inside(block), end: block.type === 'list' ? '.' : '' }))
  return texts.reduce((line, { text }, index) => joinTexts([line, text], texts[index - 1]?.end ?? ''), '')
}

/** A text that ends in a sign, be it in quotation marks. */
const endsInPunctuation = /[.…!?:;,،؛؟。！？：；，、][\p{Pe}\p{Pf}"']*$/u

const blockContainers: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>(['listItem', 'blockquote', 'tableRow'])

/** Texts behind each other, each but the last with a sign at its end. */
function joinTexts(texts: readonly string[], sign: string): string {
  return texts
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text, index, { length }) => (index === length - 1 || endsInPunctuation.test(text) ? text : text + sign))
    .join(' ')
}
