import type { Root } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import type { VFile } from 'vfile'

const maxLength = 220

/**
 * Gathers the beginning of the text, without dateline and asterisks, for lists in which an article has no summary.
 *
 * Changes nothing in the tree.
 */
export function remarkExcerpt() {
  return (tree: Root, file: VFile): undefined => {
    const data = file.data.body
    if (data === undefined) return
    const first = tree.children.find((node) => node.type === 'paragraph' && node.data?.hProperties?.id === undefined)
    if (first === undefined || !('children' in first)) return
    const visible = first.children.filter((node) => !['span', 'sup'].includes(String(node.data?.hName)))
    data.excerpt = shorten(
      textContent({ type: 'root', children: visible }, { includeHtml: false, includeImageAlt: false })
        .replace(/\s+/g, ' ')
        .trim(),
    )
  }
}

/** Cuts a text at the end of a sentence, if one ends in the second half, or else at the end of a word. */
function shorten(text: string): string {
  if (text.length <= maxLength) return text
  const part = text.slice(0, maxLength)
  const sentence = /^.*[.!?]["”’)]?(?=\s)/s.exec(part)?.[0] ?? ''
  if (sentence.length > maxLength / 2) return sentence
  const space = part.lastIndexOf(' ')
  return `${part.slice(0, space > 0 ? space : maxLength).replace(/[\s,;:–—-]+$/, '')}…`
}
