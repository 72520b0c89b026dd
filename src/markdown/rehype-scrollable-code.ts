import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { mayContain } from './may-contain.ts'
import { visit } from './visit.ts'

/**
 * Lets code with long lines scroll by itself, also with the keyboard.
 *
 *     ~~~      →  <pre tabindex="0"><code>…
 */
export function rehypeScrollableCode() {
  return (tree: Root, file: VFile): undefined => {
    if (!mayContain(file, 'code')) return
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'pre') node.properties.tabIndex = 0
      return undefined
    })
  }
}
