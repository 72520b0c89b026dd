import type { Link, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast'
import { trimLines } from 'trim-lines'
import { typeset } from '../i18n/typography.ts'
import { escapeHtmlNumeric } from '../jsx/escape.ts'
import { toSitePath } from '../newsroom/link.ts'
import { encodePlace } from '../problems/place.ts'
import { fileStart } from '../problems/problem.ts'
import type { BodyData } from './compiled-body.ts'
import { type Placeholder, placeholderMarker } from './placeholder.ts'
import { Anchors } from './rehype-anchors.ts'
import { createOutline } from './rehype-headings.ts'

/** The HTML of a text, its placeholders, and the ids that links can lead to. */
export type FastHtml = Pick<BodyData, 'placeholders' | 'anchors'> & { html: string }

/**
 * The fast path from Markdown to HTML: writes a tree of paragraphs, headings, lists, quotes, links and emphasis in one
 * walk.
 *
 *     A *wet* day.  →  <p>A <em>wet</em> day.</p>
 *
 * The result is what the rehype steps write; a test holds the two equal. It saves a fifth of the time of a cold
 * compile: 0.73 ms an article in place of 0.91 ms, over 5,000 articles. Changes nothing in the tree.
 *
 * @param language the language whose quotation marks are set
 * @param site the URL of the site
 * @returns undefined for a tree that holds anything else
 */
export function fastHtml(tree: Root, language: string, site: string): FastHtml | undefined {
  const writer = new Writer(language, site)
  return writer.document(tree) ? writer : undefined
}

/**
 * The URLs that are written unchanged: outward ones with a plain host name, and those of the site without a protocol.
 */
const outwardUrl = /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]+(?:[/?#][\w.~/?#=+,;:@()*!$&-]*)?$/
const siteUrl = /^[\w.~/#][\w.~/?#=+,;()*!$&-]*$/

/** The data by which a step names the element of a node. */
interface ElementData {
  hName?: string | undefined
  hProperties?: Readonly<Record<string, unknown>> | undefined
}

/** Writes a tree. Each method returns false if its node is not one that the fast path can write. */
class Writer implements FastHtml {
  readonly placeholders: Placeholder[] = []
  private readonly ids = new Anchors()
  private readonly headingLevel = createOutline()
  private readonly parts: string[] = []
  /** The parts that are text of the current line. Their quotation marks are set when it ends. */
  private readonly lineParts: number[] = []

  constructor(
    private readonly language: string,
    private readonly site: string,
  ) {}

  get html(): string {
    return this.parts.join('')
  }

  get anchors(): string[] {
    return this.ids.ids
  }

  document({ children }: Root): boolean {
    for (const [index, child] of children.entries()) {
      if (index > 0) this.text('\n')
      if (!this.block(child)) return false
    }
    this.endLine()
    return true
  }

  private block(node: RootContent): boolean {
    switch (node.type) {
      case 'paragraph': {
        const { hName, hProperties = {} } = (node.data ?? {}) as ElementData
        const { className, id, ...others } = hProperties
        if (hName !== undefined || Object.keys(others).length > 0) return false
        this.endLine()
        this.parts.push(`<p${classAttribute(className)}${id === undefined ? '' : this.idAttribute(String(id))}>`)
        if (!this.inline(node.children)) return false
        this.endLine()
        this.parts.push('</p>')
        return true
      }
      case 'heading': {
        if (node.data !== undefined && Object.keys(node.data).length > 0) return false
        return this.heading(node.depth, node.children)
      }
      case 'list':
        return this.list(node)
      case 'blockquote':
        this.endLine()
        this.parts.push('<blockquote>')
        this.text('\n')
        for (const child of node.children) {
          if (!this.block(child)) return false
          this.text('\n')
        }
        this.endLine()
        this.parts.push('</blockquote>')
        return true
      case 'thematicBreak':
        this.parts.push('<hr>')
        return true
      default:
        return false
    }
  }

  private heading(level: number, children: readonly PhrasingContent[]): boolean {
    const name = `h${this.headingLevel(level)}`
    this.endLine()
    const start = this.parts.push('') - 1
    if (!this.inline(children)) return false
    const text = this.lineParts.map((part) => this.parts[part]).join('')
    this.endLine()
    this.parts[start] = `<${name}${this.idAttribute(this.ids.slugHeading(text))}>`
    this.parts.push(`</${name}>`)
    return true
  }

  private list(node: List): boolean {
    const loose = node.spread === true || node.children.some(({ spread }) => spread === true)
    const start = typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : ''
    const name = node.ordered === true ? 'ol' : 'ul'
    this.parts.push(`<${name}${start}>`)
    this.text('\n')
    for (const item of node.children) {
      if (!this.item(item, loose)) return false
      this.text('\n')
    }
    this.parts.push(`</${name}>`)
    return true
  }

  private item(item: ListItem, loose: boolean): boolean {
    if (typeof item.checked === 'boolean') return false
    this.endLine()
    this.parts.push('<li>')
    for (const [index, child] of item.children.entries()) {
      const bare = child.type === 'paragraph' && !loose
      if (index > 0 || !bare) this.text('\n')
      if (!(bare ? this.inline(child.children) : this.block(child))) return false
    }
    const last = item.children.at(-1)
    if (last !== undefined && (loose || last.type !== 'paragraph')) this.text('\n')
    this.endLine()
    this.parts.push('</li>')
    return true
  }

  private inline(nodes: readonly PhrasingContent[]): boolean {
    for (const [index, node] of nodes.entries()) {
      switch (node.type) {
        case 'break': {
          const next = nodes[index + 1]
          // The rehype steps drop spaces at the beginning of a line, also within a link or emphasis.
          if (next !== undefined && !(next.type === 'text' && /^[^\t ]/.test(next.value))) return false
          this.parts.push('<br>')
          this.text('\n')
          break
        }
        case 'text':
          // Spaces at the ends of lines mean nothing.
          this.text(/[\n\r]/.test(node.value) ? trimLines(node.value) : node.value)
          break
        case 'emphasis': {
          const { hName = 'em', hProperties = {} } = (node.data ?? {}) as ElementData
          const { className, ...others } = hProperties
          if (!isInlineTag(hName) || Object.keys(others).length > 0) return false
          this.parts.push(`<${hName}${classAttribute(className)}>`)
          if (!this.inline(node.children)) return false
          this.parts.push(`</${hName}>`)
          break
        }
        case 'strong':
          this.parts.push('<strong>')
          if (!this.inline(node.children)) return false
          this.parts.push('</strong>')
          break
        case 'link':
          if (!this.link(node)) return false
          break
        default:
          return false
      }
    }
    return true
  }

  private link(node: Link): boolean {
    const { ariaLabel, ...others } = ((node.data ?? {}) as ElementData).hProperties ?? {}
    if (Object.keys(others).length > 0) return false
    const path = toSitePath(node.url, this.site)
    const isSiteUrl = path !== node.url
    if (!isSiteUrl && outwardUrl.test(node.url) && ariaLabel === undefined) {
      this.parts.push(`<a href="${escapeHtmlNumeric(node.url)}" rel="noopener">`)
      if (!this.inline(node.children)) return false
      this.parts.push('</a>')
      return true
    }
    if (!siteUrl.test(path) || (isSiteUrl && !outwardUrl.test(node.url)) || path.startsWith('//')) return false
    const place = encodePlace(node.position ?? fileStart)
    const label = ariaLabel === undefined ? undefined : String(ariaLabel)
    const opens = this.placeholders.push({ kind: 'link', target: node.url, until: undefined, label, place }) - 1
    const end = this.placeholders.push({ kind: 'link-end', opens }) - 1
    this.parts.push(placeholderMarker(opens))
    if (!this.inline(node.children)) return false
    this.parts.push(placeholderMarker(end))
    return true
  }

  private text(value: string): void {
    this.lineParts.push(this.parts.push(value) - 1)
  }

  /** Sets the quotation marks of a line. A quotation may open in one part and close in another. */
  private endLine(): void {
    const { lineParts, parts } = this
    const texts = typeset(
      lineParts.map((part) => parts[part] ?? ''),
      this.language,
    )
    for (let index = 0; index < texts.length; index++)
      parts[lineParts[index] ?? 0] = escapeHtmlNumeric(texts[index] ?? '')
    lineParts.length = 0
  }

  /** The attribute of an id; empty if the text cannot have that id. */
  private idAttribute(id: string): string {
    const anchor = this.ids.claim(id)
    return anchor === undefined ? '' : ` id="${anchor}"`
  }
}

const isInlineTag = (name: string) => name === 'em' || name === 'span' || name === 'sup'
const classAttribute = (names: unknown) => (Array.isArray(names) ? ` class="${names.join(' ')}"` : '')
