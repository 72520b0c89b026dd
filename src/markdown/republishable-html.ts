import type { ElementContent, Root, RootContent, Text } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toText } from 'hast-util-to-text'
import { withBlockForm } from './blocks/block-forms.ts'
import type { Html } from './resolve-placeholders.ts'

/**
 * Elements that others may not take over, or that work on the outlet's pages alone: pictures, recordings, checkboxes.
 */
const removedTags = new Set(['img', 'picture', 'figure', 'audio', 'input'])

/**
 * Returns a text as other outlets take it over: with absolute links, without pictures and without classes.
 *
 * @param html compiled and with its placeholders resolved to absolute URLs, so that it is safe
 */
export function republishableHtml(html: Html): Html {
  return toHtml(cleanTree(html)) as Html
}

/** Returns the same as plain text, with an empty line between paragraphs. */
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
  // Links within the page lead nowhere elsewhere: from the asterisk of a pseudonym, to a footnote and back.
  const { href, start, colSpan, rowSpan, lang, dir, dataFootnoteRef, dataFootnoteBackref } = node.properties
  if (dataFootnoteBackref !== undefined) return []
  const children = node.children.flatMap(cleanNode)
  if (dataFootnoteRef !== undefined) return [text('['), ...children, text(']')]
  if (['sup', 'span', 'div', 'section'].includes(node.tagName) || /#note-on-names$/.test(String(href))) return children
  if (node.tagName === 'p' && children.length === 0) return []
  return [
    {
      type: 'element',
      tagName: node.tagName,
      properties: { href, start, colSpan, rowSpan, lang, dir },
      children,
    },
  ]
}

const text = (value: string): Text => ({ type: 'text', value })
