import escapeStringRegexp from 'escape-string-regexp'
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { withBlockForm } from './blocks/block-forms.ts'
import { countWords } from './count-words.ts'
import type { Html } from './resolve-placeholders.ts'

export interface ReadingOptions {
  wordsPerMinute: number
  /** The pronunciation of names, by the name. */
  pronounce: Readonly<Record<string, string>>
  /** The shorter newscasts whose ends are marked, by their length in seconds. */
  cuts: readonly { seconds: number; label: string }[]
}

/** Elements that nobody reads aloud. */
const silentTags = new Set(['figure', 'img', 'audio', 'table', 'sup', 'section', 'hr'])

/**
 * Turns a text into one to read aloud: without pictures, tables, asterisks and links, with the pronunciation of names
 * after their first mention, and a mark after the last paragraph that still fits a shorter newscast.
 *
 * @param html compiled and with its placeholders resolved, so that it is safe
 * @returns the text, and its length in seconds
 */
export function spokenText(
  html: Html,
  { wordsPerMinute, pronounce, cuts }: ReadingOptions,
): { html: Html; seconds: number } {
  const tree = fromHtml(html, { fragment: true })
  const pronounced = new Set<string>()
  const blocks = withBlockForm(tree.children, 'toSpeech').flatMap(spokenBlocks)
  const secondsOf = (words: number) => (words / wordsPerMinute) * 60
  const out: RootContent[] = []
  const ends = cuts.map((cut) => ({ ...cut, at: lastBlockWithin(blocks, (words) => secondsOf(words) <= cut.seconds) }))
  for (const [index, { tagName, text }] of blocks.entries()) {
    out.push({ type: 'element', tagName, properties: {}, children: addPronunciations(text, pronounce, pronounced) })
    for (const { at, label } of ends) {
      if (at === index && index < blocks.length - 1) out.push(cutMark(label))
    }
  }
  return {
    html: toHtml({ type: 'root', children: out } satisfies Root) as Html,
    seconds: secondsOf(blocks.reduce((words, { text }) => words + countWords(text), 0)),
  }
}

/** A paragraph or a heading. */
interface Block {
  tagName: 'p' | 'h2'
  text: string
}

/** The index of the last block that still fits; -1 if the first is too long. */
function lastBlockWithin(blocks: readonly Block[], fits: (words: number) => boolean): number {
  let words = 0
  let last = -1
  for (const [index, { tagName, text }] of blocks.entries()) {
    words += countWords(text)
    if (!fits(words)) break
    // A newscast does not end with a heading.
    if (tagName === 'p') last = index
  }
  return last
}

const cutMark = (label: string): Element => ({
  type: 'element',
  tagName: 'p',
  properties: { className: ['cut'] },
  children: [{ type: 'text', value: label }],
})

function spokenBlocks(node: RootContent | ElementContent): Block[] {
  if (node.type !== 'element' || silentTags.has(node.tagName)) return []
  // Boxes and quotes are read paragraph by paragraph.
  if (['div', 'blockquote', 'ul', 'ol', 'li'].includes(node.tagName) && node.children.some(isBlock)) {
    return node.children.flatMap(spokenBlocks)
  }
  const text = plainText(node).replace(/\s+/g, ' ').trim()
  if (text === '') return []
  return [{ tagName: /^h[1-6]$/.test(node.tagName) ? 'h2' : 'p', text }]
}

const isBlock = (node: ElementContent) =>
  node.type === 'element' && ['p', 'ul', 'ol', 'li', 'blockquote', 'div'].includes(node.tagName)

function plainText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element' || silentTags.has(node.tagName)) return ''
  return node.children.map(plainText).join('')
}

/** Adds the pronunciation of each name after its first mention. */
function addPronunciations(
  text: string,
  pronounce: ReadingOptions['pronounce'],
  pronounced: Set<string>,
): ElementContent[] {
  const names = Object.keys(pronounce).filter((name) => !pronounced.has(name))
  let first: { name: string; end: number } | undefined
  for (const name of names) {
    const at = text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escapeStringRegexp(name)}(?![\\p{L}\\p{N}])`, 'u'))
    if (at !== -1 && (first === undefined || at + name.length < first.end)) first = { name, end: at + name.length }
  }
  if (first === undefined) return [{ type: 'text', value: text }]
  pronounced.add(first.name)
  return [
    { type: 'text', value: text.slice(0, first.end) },
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['sound'] },
      children: [{ type: 'text', value: ` (${pronounce[first.name]})` }],
    },
    ...addPronunciations(text.slice(first.end), pronounce, pronounced),
  ]
}
