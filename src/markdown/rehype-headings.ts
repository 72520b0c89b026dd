import type { Element, Root } from 'hast'
import { visit } from './walk.ts'

/**
 * Moves headings below the headline of the page, without a gap between levels, so that the outline is sound.
 *
 *     # Part, then #### Detail  →  <h2>Part</h2>, then <h3>Detail</h3>
 */
export function rehypeHeadings() {
  return (tree: Root): undefined => {
    // The levels that the writer has open, outermost first.
    const open: number[] = []
    visit(tree, 'element', (node: Element) => {
      const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)
      if (level === 0 || node.properties.id === 'footnote-label') return
      while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop()
      open.push(level)
      node.tagName = `h${Math.min(open.length + 1, 6)}`
    })
  }
}
