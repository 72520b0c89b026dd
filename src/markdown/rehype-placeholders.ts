import type { Element, ElementContent, Root } from 'hast'
import { toString as textContent } from 'hast-util-to-string'
import type { VFile } from 'vfile'
import { toSitePath } from '../newsroom/link.ts'
import { type EncodedPlace, encodePlace } from '../problems/place.ts'
import { fileStart } from '../problems/problem.ts'
import { type Placeholder, placeholderMarker } from './placeholder.ts'
import { SKIP, visit } from './visit.ts'

/**
 * Replaces links within the site, links with a last day, images and recordings by numbered placeholders; see
 * placeholder.ts.
 *
 *     <a href="../2018/flood.md">then</a>  →  ␀0␀then␀1␀
 */
export function rehypePlaceholders({ site }: { site: string }) {
  return (tree: Root, file: VFile): undefined => {
    const placeholders = file.data.body?.placeholders ?? []
    const add = (placeholder: Placeholder): ElementContent => ({
      type: 'text',
      value: placeholderMarker(placeholders.push(placeholder) - 1),
    })
    visit(tree, 'element', (node: Element, index, parent): [typeof SKIP, number] | undefined => {
      if (parent === undefined || index === undefined) return
      const place = elementPlace(node)
      const replaceWith = (...nodes: ElementContent[]): [typeof SKIP, number] => {
        parent.children.splice(index, 1, ...nodes)
        return [SKIP, index + nodes.length]
      }
      if (node.tagName === 'img') {
        const { src, alt } = node.properties
        return replaceWith(add({ kind: 'image', source: String(src ?? ''), alt: String(alt ?? ''), place }))
      }
      if (node.tagName === 'audio') {
        const { src, title } = node.properties
        return replaceWith(add({ kind: 'audio', source: String(src ?? ''), label: String(title ?? ''), place }))
      }
      if (node.tagName === 'p' && node.properties.dataUntil !== undefined) {
        node.children = [add({ kind: 'until', until: String(node.properties.dataUntil) })]
        delete node.properties.dataUntil
        return
      }
      const link = node.tagName === 'p' && node.properties.dataAction !== undefined ? node.children[0] : undefined
      if (link?.type === 'element') {
        const { href, dataUntil } = link.properties
        return replaceWith(
          add({
            kind: 'action-link',
            target: String(href ?? ''),
            until: dataUntil === undefined ? undefined : String(dataUntil),
            text: textContent(link),
            place: elementPlace(link),
          }),
        )
      }
      if (node.tagName !== 'a') return
      const target = String(node.properties.href ?? '')
      const until = node.properties.dataUntil === undefined ? undefined : String(node.properties.dataUntil)
      const isExternal = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(toSitePath(target, site))
      if (
        target === '' ||
        (isExternal && until === undefined) ||
        node.properties.dataFootnoteRef !== undefined ||
        node.properties.dataFootnoteBackref !== undefined
      ) {
        delete node.properties.dataUntil
        return
      }
      const { ariaLabel } = node.properties
      const opens = placeholders.length
      const start = add({
        kind: 'link',
        target,
        until,
        label: ariaLabel === undefined ? undefined : String(ariaLabel),
        place,
      })
      const { children } = node
      // The children are visited again, in the link's parent, for images within links.
      const end = add({ kind: 'link-end', opens })
      parent.children.splice(index, 1, start, ...children, end)
      return [SKIP, index + 1]
    })
  }
}

const elementPlace = ({ position }: Element): EncodedPlace => encodePlace(position ?? fileStart)
