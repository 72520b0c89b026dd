import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as textContent } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { visit } from './visit.ts'

const heading = /^h[1-6]$/

/**
 * Gives headings an id made of their text, keeps each id once and in lower case, and notes the ids that links can lead to. Ids that
 * begin with a capital are the page's own, so a text can neither double nor take one.
 */
export function rehypeAnchors() {
  return (tree: Root, file: VFile): undefined => {
    const anchors = new Anchors()
    visit(tree, 'element', (node: Element) => {
      if (heading.test(node.tagName)) node.properties.id ||= anchors.slugHeading(textContent(node))
      const { id } = node.properties
      if (id === undefined) return
      const anchor = anchors.claim(String(id))
      if (anchor === undefined) delete node.properties.id
      else node.properties.id = anchor
    })
    file.data.body?.anchors.push(...anchors.ids)
  }
}

/** The ids of one text, in the order of the text. */
export class Anchors {
  private readonly claimed = new Set<string>()
  private readonly slugger = new GithubSlugger()

  /** An id made of a heading's text. */
  slugHeading(text: string): string {
    return this.slugger.slug(text)
  }

  /** An id as it stands in the HTML; undefined where it can be none, or stands there already. */
  claim(id: string): string | undefined {
    const anchor = id.toLowerCase()
    if (anchor === '' || /\s/.test(anchor) || this.claimed.has(anchor)) return undefined
    this.claimed.add(anchor)
    return anchor
  }

  get ids(): string[] {
    return [...this.claimed]
  }
}
