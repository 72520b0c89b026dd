import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const parser = unified().use(rehypeParse).freeze()

/** Parses HTML and returns all of its elements, in the order of the source. */
export function htmlElements(html: string): Element[] {
  const elements: Element[] = []
  visit(parser.parse(html) as Root, 'element', (element) => void elements.push(element))
  return elements
}
