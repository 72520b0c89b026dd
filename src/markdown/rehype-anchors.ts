import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import { toString as textContent } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { visit } from './visit.ts'

const heading = /^h[1-6]$/

/**
 * Gives each heading an id made of its text, and keeps every id once and in lower case.
 *
 *     ## The well  →  <h2 id="the-well">The well</h2>
 *
 * Ids that begin with a capital belong to the page, so a text can neither repeat nor take one. The ids are gathered for
 * links.
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

/** The ids of one text. */
export class Anchors {
  private readonly claimed = new Set<string>()
  private readonly slugger = new GithubSlugger()

  /** Makes an id of a heading's text. */
  slugHeading(text: string): string {
    return this.slugger.slug(text)
  }

  /** Claims an id, and returns it as the HTML has it; undefined if it is no valid id or is claimed already. */
  claim(id: string): string | undefined {
    const anchor = id.toLowerCase()
    if (anchor === '' || /\s/.test(anchor) || this.claimed.has(anchor)) return undefined
    this.claimed.add(anchor)
    return anchor
  }

  /** The claimed ids, in the order of the text. */
  get ids(): string[] {
    return [...this.claimed]
  }
}
