import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { htmlRemoved } from '../problems/catalogue/text.ts'
import { raise } from '../problems/problem.ts'
import { mayContain } from './may-contain.ts'
import { allowedTags } from './sanitize-schema.ts'
import { visit } from './visit.ts'

/**
 * Warns of HTML that sanitizing, the next step, removes. Changes nothing in the tree.
 *
 *     <script>…</script>  →  a warning
 */
export function rehypeReportRemoved() {
  return (tree: Root, file: VFile): undefined => {
    // Sanitizing removes no element that Markdown makes.
    if (!mayContain(file, 'html')) return
    visit(tree, 'element', (node: Element) => {
      if (!allowedTags.has(node.tagName)) raise(file, htmlRemoved(`<${node.tagName}>`), node.position)
    })
  }
}
