import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { isLink } from '../newsroom/link.ts'
import { badLink } from '../problems/catalogue/links.ts'
import { raise } from '../problems/problem.ts'
import { visit } from './visit.ts'

/**
 * Refuses links that lead nowhere, and marks links to other sites, so that the page they open cannot reach back.
 *
 *     [OM](https://example.org)  →  <a href="https://example.org" rel="noopener">OM</a>
 */
export function rehypeLinks() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName !== 'a') return
      delete node.properties.target
      delete node.properties.rel
      if (node.properties.href === undefined) return
      const typed = String(node.properties.href)
      if (!isLink(typed)) raise(file, badLink(decodeUrl(typed)), node.position)
      // The sanitizer only knows protocols in lower case.
      const target = typed.replace(/^[a-z]+:/i, (protocol) => protocol.toLowerCase())
      node.properties.href = target
      if (/^(?:https?:)?\/\//.test(target)) node.properties.rel = ['noopener']
    })
  }
}

/** The URL as typed, without percent-encoding. */
function decodeUrl(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}
