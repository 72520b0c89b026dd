import type { Element, Root } from 'hast'
import { visit } from './visit.ts'

/**
 * Moves headings below the headline of the page, without a gap between levels, so that the outline is sound.
 *
 *     # Part, then #### Detail  →  <h2>Part</h2>, then <h3>Detail</h3>
 */
export function rehypeHeadings() {
  return (tree: Root): undefined => {
    const shownAt = createOutline()
    visit(tree, 'element', (node: Element) => {
      const level = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)
      if (level === 0 || node.properties.id === 'footnote-label') return
      node.tagName = `h${shownAt(level)}`
    })
  }
}

/** Says at which level each heading of a text is shown, by the level that the writer gave it; asked for one after the other. */
export function createOutline(): (level: number) => number {
  // The levels that the writer has open, outermost first.
  const open: number[] = []
  return (level) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return Math.min(open.length + 1, 6)
  }
}
