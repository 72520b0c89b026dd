import { toAttributeValue } from './base.ts'
import type { Attributes, TagName } from './elements.ts'
import { escapeHtmlMinimal } from './escape.ts'

/**
 * The HTML of elements. Anything else between tags or in attributes is text, and is escaped.
 *
 * Only this file creates it, so that no layout can pass text as HTML.
 */
class Markup {
  constructor(readonly html: string) {}
}

/** A child of an element. */
export type Child = Markup | string | number | boolean | null | undefined | readonly Child[]

/** A function from props to HTML. */
export type Component<Props = never> = (props: Props) => Markup | null

interface ElementProps {
  children?: Child
  dangerouslySetInnerHTML?: { __html: string } | undefined
}

/** The types by which TypeScript checks tags. */
export declare namespace JSX {
  type Element = Markup | null
  type ElementType = TagName | Component<never>
  type IntrinsicElements = { [Name in TagName]: Attributes & ElementProps }
  interface ElementChildrenAttribute {
    children: unknown
  }
}

/** Elements that are written without an end tag if they have no children. */
const selfClosingTags = new Set(['circle', 'img', 'input', 'link', 'meta', 'path', 'rect', 'source'])

/**
 * Writes an element or a component as HTML at once, without a tree.
 *
 * An attribute that is `undefined`, `null` or `false` is left out; one that is `true` or empty is written without a
 * value. ARIA and `data-` attributes are written with `true` and `false`, which both mean something there. `href`, `src`
 * and `srcset` get the base of the site; see base.ts.
 */
export function jsx(type: TagName | Component<unknown>, props: Record<string, unknown>): Markup {
  if (typeof type === 'function') return type(props) ?? emptyMarkup
  let tag = `<${type}`
  let content = ''
  for (const name in props) {
    const value = props[name]
    if (name === 'children') content = renderChild(value as Child)
    else if (name === 'dangerouslySetInnerHTML') content = (value as { __html: string } | undefined)?.__html ?? ''
    else tag += renderAttribute(name, value)
  }
  return new Markup(content === '' && selfClosingTags.has(type) ? `${tag}/>` : `${tag}>${content}</${type}>`)
}

export type { Markup }
export { jsx as jsxDEV, jsx as jsxs }

/** Groups children without an element. */
export function Fragment({ children }: { children?: Child }): Markup {
  return new Markup(renderChild(children))
}

const emptyMarkup = new Markup('')

function renderChild(child: Child): string {
  if (typeof child === 'string') return escapeHtmlMinimal(child)
  if (child instanceof Markup) return child.html
  if (Array.isArray(child)) {
    let html = ''
    for (const item of child as readonly Child[]) html += renderChild(item)
    return html
  }
  return typeof child === 'number' ? String(child) : ''
}

function renderAttribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean' && !/^(?:aria|data)-/.test(name)) return value ? ` ${name}` : ''
  return value === '' ? ` ${name}` : ` ${name}="${escapeHtmlMinimal(toAttributeValue(name, String(value)))}"`
}
