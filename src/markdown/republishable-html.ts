import type { ElementContent, Root, RootContent, Text } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toText } from 'hast-util-to-text'
import { withBlockForm } from './blocks/block-forms.ts'
import type { Html } from './resolve-placeholders.ts'

/** What stays with the outlet: pictures, whose makers were not asked, recordings, and what only works on its pages. */
const removedTags = new Set(['img', 'picture', 'figure', 'audio', 'input'])

/**
 * A text as others take it over: whole links, no pictures, no marks of this site.
 *
 * @param html compiled and filled for readers elsewhere, so that it is safe
 */
export function republishableHtml(html: Html): Html {
  return toHtml(cleanTree(html)) as Html
}

/** The same as plain text, with an empty line between paragraphs. */
export function republishableText(html: Html): string {
  const tree = cleanTree(html)
  const blocks = tree.children.map((node) => toText({ type: 'root', children: [node] }).trim())
  return blocks.filter((block) => block !== '').join('\n\n')
}

function cleanTree(html: Html): Root {
  const tree = fromHtml(html, { fragment: true })
  return { type: 'root', children: withBlockForm(tree.children, 'toText').flatMap(cleanNode) }
}

function cleanNode(node: RootContent): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element' || removedTags.has(node.tagName)) return []
  // What leads about the page of the story leads nowhere elsewhere: the star of a changed name, the number of a note, the way back.
  const { href, start, colSpan, rowSpan, lang, dir, dataFootnoteRef, dataFootnoteBackref } = node.properties
  if (dataFootnoteBackref !== undefined) return []
  const inside = node.children.flatMap(cleanNode)
  if (dataFootnoteRef !== undefined) return [text('['), ...inside, text(']')]
  if (['sup', 'span', 'div', 'section'].includes(node.tagName) || /#note-on-names$/.test(String(href))) return inside
  if (node.tagName === 'p' && inside.length === 0) return []
  return [
    {
      type: 'element',
      tagName: node.tagName,
      properties: { href, start, colSpan, rowSpan, lang, dir },
      children: inside,
    },
  ]
}

const text = (value: string): Text => ({ type: 'text', value })
