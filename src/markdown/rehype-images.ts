import type { Element, Root } from 'hast'
import type { VFile } from 'vfile'
import { isElsewhere } from '../newsroom/photo.ts'
import { imageWithoutAlt, mediaFromElsewhere } from '../problems/catalogue/media.ts'
import { raise } from '../problems/problem.ts'
import { mayContain } from './may-contain.ts'
import { SKIP, visit } from './visit.ts'

/**
 * Turns a paragraph with nothing but an image into a figure, with the image's title as its caption. Refuses images
 * without alternative text and images of other hosts.
 *
 *     ![A well](well.jpg "Dug in May")  →  <figure><img src="well.jpg" alt="A well"><figcaption>Dug in May</…
 */
export function rehypeImages() {
  return (tree: Root, file: VFile): undefined => {
    if (!mayContain(file, 'image')) return
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName === 'img') {
        const source = String(node.properties.src ?? '')
        if (isElsewhere(source)) raise(file, mediaFromElsewhere(source), node.position)
        else if (String(node.properties.alt ?? '').trim() === '') raise(file, imageWithoutAlt(source), node.position)
        return
      }
      const image = node.tagName === 'p' ? loneImage(node) : undefined
      if (image === undefined || parent === undefined || index === undefined) return
      const caption = String(image.properties.title ?? '').trim()
      delete image.properties.title
      const figure: Element = { type: 'element', tagName: 'figure', properties: {}, children: [image] }
      if (caption !== '') {
        figure.children.push({
          type: 'element',
          tagName: 'figcaption',
          properties: {},
          children: [{ type: 'text', value: caption }],
        })
      }
      parent.children[index] = figure
      return [SKIP, index]
    })
  }
}

function loneImage(paragraph: Element): Element | undefined {
  const children = paragraph.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''))
  const [child] = children
  return children.length === 1 && child?.type === 'element' && child.tagName === 'img' ? child : undefined
}
