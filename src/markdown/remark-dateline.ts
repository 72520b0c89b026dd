import type { Paragraph, Parent, Root } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { createDatelineReader } from '../newsroom/dateline.ts'

export interface DatelineOptions {
  /** The abbreviation of the agency, such as `FNS`. */
  agency: string
}

/**
 * Turns the opening `Place (AGENCY) —`, in any of the forms that desks type, into a dateline at the beginning of the
 * text. The dateline of front matter replaces a typed one.
 *
 *     Mali (FNS)-- Rain came  →  <p><span class="dateline"><strong>Mali</strong> (FNS) — </span>Rain came</p>
 */
export function remarkDateline({ agency }: DatelineOptions) {
  const readDateline = createDatelineReader(agency)
  return (tree: Root, file: VFile): undefined => {
    const data = file.data.body
    if (data === undefined || !data.isArticle) return
    const first = tree.children.find((node): node is Paragraph => node.type === 'paragraph')
    const typed = first === undefined ? undefined : readDateline(textContent(first))
    if (first !== undefined && typed !== undefined) dropStart(first, typed.length)
    data.dateline ??= typed?.dateline
    if (data.dateline === undefined) return
    const { place, agency } = data.dateline
    const element: Paragraph['children'][number] = {
      type: 'emphasis',
      data: { hName: 'span', hProperties: { className: ['dateline'] } },
      children: [
        { type: 'strong', children: [{ type: 'text', value: place }] },
        { type: 'text', value: ` (${agency}) — ` },
      ],
    }
    if (first === undefined) tree.children.unshift({ type: 'paragraph', children: [element] })
    else first.children.unshift(element)
  }
}

/**
 * Removes the first characters of the text of a node, and the nodes that this empties. Returns how many characters are
 * left to remove.
 */
function dropStart(parent: Parent, length: number): number {
  let left = length
  while (left > 0 && parent.children.length > 0) {
    const child = parent.children[0] as Parent['children'][number]
    if ('value' in child && child.type !== 'html') {
      const count = Math.min(left, child.value.length)
      child.value = child.value.slice(count)
      left -= count
      if (child.value !== '') return left
    } else if ('children' in child) {
      left = dropStart(child, left)
      if (child.children.length > 0) return left
    }
    parent.children.shift()
  }
  return left
}
