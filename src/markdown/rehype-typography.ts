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
 * Sets quotation marks, apostrophes, dashes and ellipses by the rules of the text's language. Code stays as typed.
 *
 *     "Don't go," she said -- twice.  →  “Don’t go,” she said — twice.
 */
export function rehypeTypography() {
  return (tree: Root, file: VFile): undefined => {
    const language = file.data.body?.language ?? 'en'
    let texts: Text[] = []
    const flush = () => {
      const values = typeset(
        texts.map(({ value }) => value),
        language,
      )
      for (const [index, text] of texts.entries()) text.value = values[index] ?? text.value
      texts = []
    }
    const walk = (node: Root | Element) => {
      for (const child of node.children) {
        if (child.type === 'text') texts.push(child)
        else if (child.type === 'element' && verbatimTags.has(child.tagName)) {
          // Stands for the code, so that quotation marks next to it are set as next to a letter.
          texts.push({ type: 'text', value: 'x' })
        } else if (child.type === 'element') {
          const isBlock = blockTags.has(child.tagName)
          if (isBlock) flush()
          walk(child)
          if (isBlock) flush()
        }
      }
    }
    walk(tree)
    flush()
  }
}
