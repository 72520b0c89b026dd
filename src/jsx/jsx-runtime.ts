import type { Attributes, TagName } from './elements.ts'
import { escapeHtmlMinimal } from './escape.ts'

/**
 * HTML that elements became. Whatever else stands between tags or in attributes is text, and is escaped.
 *
 * Only this file makes it, so that no layout can pass text for HTML.
 */
class Markup {
  constructor(readonly html: string) {}
}

/** What may stand between tags. */
export type Child = Markup | string | number | boolean | null | undefined | readonly Child[]

/** Makes HTML of props. */
export type Component<Props = never> = (props: Props) => Markup | null

interface ElementProps {
  children?: Child
  dangerouslySetInnerHTML?: { __html: string } | undefined
}

/** What TypeScript asks of whoever understands its tags. */
export declare namespace JSX {
  type Element = Markup | null
  type ElementType = TagName | Component<never>
  type IntrinsicElements = { [Name in TagName]: Attributes & ElementProps }
  interface ElementChildrenAttribute {
    children: unknown
  }
}

/** Elements that have nothing inside, or need not. */
const voidTags = new Set(['circle', 'img', 'input', 'link', 'meta', 'path', 'rect', 'source'])

/**
 * An element, or what a component makes of its props, as HTML at once: no tree is kept, and nothing is made twice.
 *
 * An attribute that is `undefined`, `null` or `false` is left out; one that is `true` or empty stands without a value, but for those of
 * ARIA and `data-`, where both words mean something.
 */
export function jsx(type: TagName | Component<unknown>, props: Record<string, unknown>): Markup {
  if (typeof type === 'function') return type(props) ?? emptyMarkup
  let tag = `<${type}`
  let inside = ''
  for (const name in props) {
    const value = props[name]
    if (name === 'children') inside = renderChild(value as Child)
    else if (name === 'dangerouslySetInnerHTML') inside = (value as { __html: string } | undefined)?.__html ?? ''
    else tag += renderAttribute(name, value)
  }
  return new Markup(inside === '' && voidTags.has(type) ? `${tag}/>` : `${tag}>${inside}</${type}>`)
}

export type { Markup }
export { jsx as jsxDEV, jsx as jsxs }

/** Several things where one is asked for. */
export function Fragment({ children }: { children?: Child }): Markup {
  return new Markup(renderChild(children))
}

const emptyMarkup = new Markup('')

function renderChild(child: Child): string {
  if (typeof child === 'string') return escapeHtmlMinimal(child)
  if (child instanceof Markup) return child.html
  if (Array.isArray(child)) {
    let html = ''
    for (const one of child as readonly Child[]) html += renderChild(one)
    return html
  }
  return typeof child === 'number' ? String(child) : ''
}

function renderAttribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean' && !/^(?:aria|data)-/.test(name)) return value ? ` ${name}` : ''
  return value === '' ? ` ${name}` : ` ${name}="${escapeHtmlMinimal(String(value))}"`
}
