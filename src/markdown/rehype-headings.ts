import type { Element, Root } from 'hast'
import { visit } from './visit.ts'

/**
 * Moves headings below the headline of the page, without gaps between levels.
 *
 *     # Part, then #### Detail  →  <h2>Part</h2>, then <h3>Detail</h3>
 */
export function rehypeHeadings() {
  return (tree: Root): undefined => {
    const pageLevel = createOutline()
    visit(tree, 'element', (node: Element) => {
      const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)
      if (level === 0 || node.properties.id === 'footnote-label') return
      node.tagName = `h${pageLevel(level)}`
    })
  }
}

/**
 * Returns a function from the level that a writer gave a heading to its level on the page. Call it for each heading of
 * a text, in order.
 */
export function createOutline(): (level: number) => number {
  // The typed levels of the sections that the heading is in, outermost first.
  const open: number[] = []
  return (level) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return Math.min(open.length + 1, 6)
  }
}
