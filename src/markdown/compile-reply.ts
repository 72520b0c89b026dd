import type { Element, Root as Hast } from 'hast'
import type { Link, Root as Mdast, Nodes, PhrasingContent } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { isWebAddress } from '../newsroom/link.ts'
import { redactContacts } from '../newsroom/reply.ts'
import { replyMarkup } from '../problems/catalogue/replies.ts'
import { nestedTooDeep } from '../problems/catalogue/text.ts'
import { type Place, ProblemsError, raise } from '../problems/problem.ts'
import { isNestedTooDeep, maxNesting } from './nesting-depth.ts'
import { remarkNestingDepth } from './remark-nesting-depth.ts'
import type { Html } from './resolve-placeholders.ts'
import { visit } from './visit.ts'

/** The Markdown that a reply may hold. */
const allowedTypes: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'blockquote',
  'list',
  'listItem',
  'link',
  'break',
])
/** The names of other Markdown in problems. */
const typeNames: Partial<Record<Nodes['type'], string>> = {
  heading: 'heading',
  html: 'HTML',
  image: 'picture',
  imageReference: 'picture',
  table: 'table',
  thematicBreak: 'line across the page',
  definition: 'definition',
  linkReference: 'definition',
  footnoteDefinition: 'footnote',
  footnoteReference: 'footnote',
}

/**
 * Removes what a reply may not hold, with a problem for each, and the e-mail and IP addresses from the rest.
 *
 *     ![A well](well.jpg) Write to me@example.org  →  Write to […]
 */
function remarkReply() {
  return (tree: Mdast, file: VFile): undefined => cleanNode(tree, file)
}

function cleanNode(node: Nodes, file: VFile): undefined {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    node.value = redactContacts(node.value)
  }
  if (!('children' in node)) return
  const children: Nodes[] = []
  for (const child of node.children) {
    if (!allowedTypes.has(child.type)) {
      raise(file, replyMarkup(typeNames[child.type] ?? child.type), child.position)
      continue
    }
    // A link to anything but a web address becomes text. So does one whose URL holds an e-mail or IP address: a check
    // warns of those.
    const isText = child.type === 'link' && !isWebAddress(child.url)
    if (isText && !isAutolink(child)) raise(file, replyMarkup(`link to ${redactContacts(child.url)}`), child.position)
    cleanNode(child, file)
    if (isText || (child.type === 'link' && redactContacts(child.url) !== child.url)) children.push(...child.children)
    else children.push(child)
  }
  node.children = children as never
  if (node.type === 'paragraph') node.children = redactSplitContacts(node.children)
}

/**
 * Redacts addresses that emphasis or a comment cuts into pieces. Readers would see them whole, so the paragraph becomes
 * plain text.
 */
function redactSplitContacts(children: PhrasingContent[]): PhrasingContent[] {
  const text = textContent({ type: 'paragraph', children })
  const clean = redactContacts(text)
  return clean === text ? children : [{ type: 'text', value: clean }]
}

/** True for a link whose text is its URL. */
function isAutolink({ url, children: [child] }: Link): boolean {
  return child?.type === 'text' && [url, url.replace(/^(?:https?:\/\/|mailto:)/, '')].includes(child.value)
}

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm) // bare URLs become links
  .use(remarkNestingDepth) // before anything walks the tree
  .use(remarkReply)
  .use(remarkRehype) // leaves out HTML that was typed
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames: ['p', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'br'],
    attributes: { a: ['href'], ol: ['start'] },
    protocols: { href: ['http', 'https'] },
  })
  .use(rehypeUntrustedLinks) // after sanitizing, which would remove `rel`
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze()

/** Marks links as not endorsed by the outlet: anybody can send a reply. */
function rehypeUntrustedLinks() {
  return (tree: Hast): undefined => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'a') node.properties.rel = ['nofollow', 'ugc', 'noopener']
    })
  }
}

/**
 * The place of a reply in its file: the line on which it begins, and the indentation of its lines. Undefined if its
 * lines are not lines of the file, as in a quoted YAML string.
 */
export type ReplyOffset = { line: number; indent: number } | undefined

/**
 * Compiles the Markdown of a reader's reply to safe HTML. Problems are raised on `file`.
 *
 * @param file the file of replies
 * @param offset where the reply stands in it
 * @param fallbackPlace the place of its problems if it has no offset
 */
export function compileReply(file: VFile, markdown: string, offset: ReplyOffset, fallbackPlace: Place): Html {
  const text = new VFile({ path: file.path, value: markdown })
  let html = ''
  if (!isNestedTooDeep(text, markdown)) {
    try {
      html = String(pipeline.processSync(text))
    } catch (error) {
      if (error instanceof RangeError) raise(text, nestedTooDeep(`more than ${maxNesting}`), undefined)
      else if (!(error instanceof ProblemsError)) throw error
    }
  }
  for (const message of text.messages) {
    message.place = toFilePlace(message.place, offset, fallbackPlace) as typeof message.place
    file.messages.push(message)
  }
  return html as Html
}

/** The place in the file of a place in the reply. */
function toFilePlace(place: Place | Place['start'] | undefined, offset: ReplyOffset, fallbackPlace: Place): Place {
  if (offset === undefined || place === undefined) return fallbackPlace
  const move = ({ line, column }: Place['start']) => ({
    line: line + offset.line - 1,
    column: column + offset.indent,
  })
  return 'start' in place ? { start: move(place.start), end: move(place.end ?? place.start) } : { start: move(place) }
}

/** Finds the place of a reply in a YAML file. Only the lines of a block that begins with `|` are lines of the file. */
export function findReplyOffset(source: string, { start }: Place): ReplyOffset {
  const lines = source.split('\n')
  if (!/^\|[+-]?\s*(?:#.*)?$/.test((lines[start.line - 1] ?? '').slice(start.column - 1))) return undefined
  const firstLine = lines.slice(start.line).find((line) => line.trim() !== '')
  return firstLine === undefined ? undefined : { line: start.line + 1, indent: /^ */.exec(firstLine)?.[0].length ?? 0 }
}
