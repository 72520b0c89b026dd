import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { visit } from './walk.ts'

const heading = /^h[1-6]$/

/**
 * Gives headings an id made of their text, keeps each id once and in lower case, and notes the ids that links can lead to. Ids that
 * begin with a capital are the page's own, so a text can neither double nor take one.
 */
export function rehypeAnchors() {
  return (tree: Root, file: VFile): undefined => {
    const data = file.data.body
    const seen = new Set<string>()
    const slugger = new GithubSlugger()
    visit(tree, 'element', (node: Element) => {
      if (heading.test(node.tagName)) node.properties.id ||= slugger.slug(textOf(node))
      const { id } = node.properties
      if (id === undefined) return
      const anchor = String(id).toLowerCase()
      if (anchor === '' || /\s/.test(anchor) || seen.has(anchor)) {
        delete node.properties.id
        return
      }
      seen.add(anchor)
      node.properties.id = anchor
    })
    data?.anchors.push(...seen)
  }
}
