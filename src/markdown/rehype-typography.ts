import type { Element, Root, Text } from 'hast'
import type { VFile } from 'vfile'
import { typeset } from '../i18n/typography.ts'

const blockTags = new Set([
  'p',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'th',
  'dt',
  'dd',
  'figcaption',
  'blockquote',
  'div',
  'summary',
  'caption',
])
const verbatimTags = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'script', 'style', 'textarea'])

/**
 * Sets quotation marks, apostrophes, dashes and ellipses as the language of the text has them; code stays as typed.
 *
 *     "Don't go," she said -- twice.  →  “Don’t go,” she said — twice.
 */
export function rehypeTypography() {
  return (tree: Root, file: VFile): undefined => {
    const language = file.data.body?.language ?? 'en'
    let line: Text[] = []
    const flush = () => {
      const set = typeset(
        line.map(({ value }) => value),
        language,
      )
      for (const [index, text] of line.entries()) text.value = set[index] ?? text.value
      line = []
    }
    const walk = (node: Root | Element) => {
      for (const child of node.children) {
        if (child.type === 'text') line.push(child)
        else if (child.type === 'element' && verbatimTags.has(child.tagName)) {
          // What is set beside code still sees that something stands there.
          line.push({ type: 'text', value: 'x' })
        } else if (child.type === 'element') {
          const block = blockTags.has(child.tagName)
          if (block) flush()
          walk(child)
          if (block) flush()
        }
      }
    }
    walk(tree)
    flush()
  }
}
