import type { Element, ElementContent, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textContent } from 'hast-util-to-string'
import type { Html } from './resolve-placeholders.ts'

/** Content that may be wider than a phone: code, tables, and words longer than a line. */
const wideContent = /<pre|<table|>[^<>]*[!-;=?-~]{30}/
/** The columns of a table that fit on a phone. */
const maxColumns = 3

/**
 * Rewrites a text for pages without styles, where nothing scrolls by itself: code wraps, words longer than a line can
 * break, and a table of many columns becomes a list with an item for each row, where the column's head precedes each
 * cell.
 *
 * @param html compiled and with its placeholders resolved, so that it is safe
 */
export function reflowWideContent(html: Html): Html {
  if (!wideContent.test(html)) return html
  const { children } = fromHtml(html, { fragment: true })
  return toHtml({ type: 'root', children: children.flatMap(narrowNode) }) as Html
}

function narrowNode(node: RootContent): ElementContent[] {
  if (node.type === 'text') return addBreaks(node.value)
  if (node.type !== 'element') return []
  const rows = node.tagName === 'table' ? tableRows(node) : []
  if (rows.some((cells) => cells.length > maxColumns)) return [rowsToList(rows)]
  const properties = { ...node.properties }
  // Code and tables that do not scroll need no focus.
  if (properties.tabIndex === 0) delete properties.tabIndex
  if (node.tagName === 'pre') properties.wrap = ''
  return [{ ...node, properties, children: node.children.flatMap(narrowNode) }]
}

/** The cells of each row of a table. */
function tableRows(table: Element): Element[][] {
  return table.children.flatMap((part): Element[][] => {
    if (part.type !== 'element') return []
    return part.tagName === 'tr' ? [part.children.filter((cell) => cell.type === 'element')] : tableRows(part)
  })
}

function rowsToList(rows: readonly Element[][]): Element {
  const [firstRow = []] = rows
  const heads = firstRow.every(({ tagName }) => tagName === 'th') ? firstRow.map(textContent) : undefined
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

/** Adds places to break to words longer than a line, after punctuation where there is any. */
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
