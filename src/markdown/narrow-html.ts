import type { Element, ElementContent, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textContent } from 'hast-util-to-string'
import type { Html } from './resolve-placeholders.ts'

/** What may be wider than a phone: code, tables, and words that are longer than a line. */
const wide = /<pre|<table|>[^<>]*[!-;=?-~]{30}/
/** How many columns a phone has room for. */
const maxColumns = 3

/**
 * A text for pages without styles, where nothing scrolls by itself: code is wrapped, words that are longer than a line can be broken, and
 * a table of many columns becomes a list, a row an item, with the head of its column before each cell.
 *
 * @param html compiled and filled, so that it is safe
 */
export function narrowHtml(html: Html): Html {
  if (!wide.test(html)) return html
  const { children } = fromHtml(html, { fragment: true })
  return toHtml({ type: 'root', children: children.flatMap(narrowNode) }) as Html
}

function narrowNode(node: RootContent): ElementContent[] {
  if (node.type === 'text') return addBreaks(node.value)
  if (node.type !== 'element') return []
  const rows = node.tagName === 'table' ? tableRows(node) : []
  if (rows.some((cells) => cells.length > maxColumns)) return [rowsToList(rows)]
  const properties = { ...node.properties }
  // Nothing scrolls that one would have to reach.
  if (properties.tabIndex === 0) delete properties.tabIndex
  if (node.tagName === 'pre') properties.wrap = ''
  return [{ ...node, properties, children: node.children.flatMap(narrowNode) }]
}

/** The cells of a table's rows. */
function tableRows(table: Element): Element[][] {
  return table.children.flatMap((part): Element[][] => {
    if (part.type !== 'element') return []
    return part.tagName === 'tr' ? [part.children.filter((cell) => cell.type === 'element')] : tableRows(part)
  })
}

function rowsToList(rows: readonly Element[][]): Element {
  const [first = []] = rows
  const heads = first.every(({ tagName }) => tagName === 'th') ? first.map(textContent) : undefined
  const items = (heads === undefined ? rows : rows.slice(1)).map((cells) =>
    element(
      'li',
      cells.flatMap((cell, index) => [
        ...(index === 0 ? [] : [element('br', [])]),
        ...(heads?.[index] ? [element('b', [text(`${heads[index]}:`)]), text(' ')] : []),
        ...cell.children.flatMap(narrowNode),
      ]),
    ),
  )
  return element('ul', items)
}

/** A text that may be broken within words that are longer than a line, best behind a sign. */
function addBreaks(value: string): ElementContent[] {
  const parts = value.split(/([!-~]{30,})/)
  return parts.flatMap((part, index) => {
    if (index % 2 === 0) return part === '' ? [] : [text(part)]
    const pieces = part.match(/[^/?&=.,:;@#+-]{0,20}[/?&=.,:;@#+-]+|[^/?&=.,:;@#+-]{1,20}/g) ?? []
    return pieces.flatMap((piece, index) => (index === 0 ? [text(piece)] : [element('wbr', []), text(piece)]))
  })
}

const text = (value: string): ElementContent => ({ type: 'text', value })
const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})
