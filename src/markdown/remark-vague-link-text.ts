import type { Link, Root } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { vagueLinkText } from '../problems/catalogue/links.ts'
import { raise } from '../problems/problem.ts'
import { visit } from './visit.ts'

const vague =
  /^(?:(?:please )?(?:click|tap|press)(?: (?:on )?(?:here|this|the link|this link))?(?: (?:for|to)(?: \w+){1,3})?|here|this|this (?:page|link|site|website)|link|more|(?:read|learn|find out|see) more(?: here)?|details|website)[.!:»> ]*$/i

/**
 * Warns of link text that does not say where the link leads. Changes nothing in the tree.
 *
 *     [Click here](https://example.org)  →  a warning
 */
export function remarkVagueLinkText() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'link', (node: Link) => {
      const text = textContent(node).trim()
      if (!vague.test(text)) return
      let host = ''
      try {
        host = new URL(node.url).hostname.replace(/^www\./, '')
      } catch {}
      raise(file, vagueLinkText(text, host === '' ? 'the ministry' : host), node.position)
    })
  }
}
