import type { Properties } from 'hast'
import type { RootContent } from 'mdast'

/** An element of a block. Children that are strings are text; nodes of Markdown are compiled like any other. */
export interface BlockElement {
  tagName: string
  /** Named as in hast: `className`, `dateTime`. */
  properties: Properties
  children: readonly (BlockElement | RootContent | string)[]
}

/** Creates an element of a block. */
export function element(
  tagName: string,
  properties: Properties,
  children: BlockElement['children'] = [],
): BlockElement {
  return { tagName, properties, children }
}

/** The HTML that a block may write: its elements, and the classes and attributes of each. */
export type BlockHtml = Readonly<
  Record<string, { classes?: readonly string[] | undefined; attributes?: readonly string[] | undefined }>
>

/**
 * All elements that a block may write, with their attributes: text and media, nothing that runs, embeds or styles.
 * Links, images and recordings become placeholders, so a block loads nothing from other hosts.
 */
const possibleHtml: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'dataUntil'],
  abbr: ['title'],
  aside: [],
  audio: ['src', 'title'],
  blockquote: ['cite'],
  cite: [],
  dd: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  img: ['src', 'alt'],
  li: [],
  ol: [],
  // See rehype-placeholders.ts: a last day, and a link that goes with the whole paragraph.
  p: ['dataUntil', 'dataAction'],
  small: [],
  span: [],
  strong: [],
  time: ['dateTime'],
  ul: [],
}

/**
 * Checks the HTML that a block declares.
 *
 * @throws Error naming the element, class or attribute that no block may write
 */
export function checkBlockHtml(block: string, html: BlockHtml): void {
  for (const [tagName, { classes = [], attributes = [] }] of Object.entries(html)) {
    const possible = Object.hasOwn(possibleHtml, tagName) ? possibleHtml[tagName] : undefined
    if (possible === undefined) throw new Error(`The block ${block} may not write the element <${tagName}>.`)
    const attribute = attributes.find((name) => !possible.includes(name))
    if (attribute !== undefined) {
      throw new Error(`The block ${block} may not write the attribute ${attribute} of <${tagName}>.`)
    }
    const badClass = classes.find((name) => !/^[a-z][a-z\d]*(?:-[a-z\d]+)*$/.test(name))
    if (badClass !== undefined) throw new Error(`The block ${block} may not write the class ${badClass}.`)
  }
}
