import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { mayContain } from './may-contain.ts'
import { SKIP, visit } from './visit.ts'

/**
 * Lets a wide table scroll by itself, also with the keyboard, and marks its head cells as heads of columns.
 *
 *     | A |  →  <div class="table" tabindex="0" role="group"><table><thead><tr><th scope="col">A</th>…
 */
export function rehypeScrollableTables() {
  return (tree: Root, file: VFile): undefined => {
    if (!mayContain(file, 'table')) return
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || parent === undefined || index === undefined) return
      visit(node, 'element', (cell: Element) => {
        if (cell.tagName === 'th') cell.properties.scope ??= 'col'
        if (cell.properties.align !== undefined) {
          cell.properties.className = [`align-${cell.properties.align}`]
          delete cell.properties.align
        }
      })
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], tabIndex: 0, role: 'group' },
        children: [node],
      }
      return [SKIP, index + 1]
    })
  }
}
