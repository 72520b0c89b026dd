import type { Element, Root } from 'hast'
import { visit } from './walk.ts'

/**
 * Marks links out of the site, so that the page they open cannot reach back.
 *
 *     [OM](https://example.org)  →  <a href="https://example.org" rel="noopener">OM</a>
 */
export function rehypeLinks() {
  return (tree: Root): undefined => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'a') return
      delete node.properties.target
      if (/^(?:https?:)?\/\//i.test(String(node.properties.href ?? ''))) node.properties.rel = ['noopener']
      else delete node.properties.rel
    })
  }
}
