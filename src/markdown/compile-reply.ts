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
import { type Place, ProblemsFound, raise } from '../problems/problem.ts'
import { isNestedTooDeep, maxNesting } from './nesting-depth.ts'
import { remarkNestingDepth } from './remark-nesting-depth.ts'
import type { Html } from './resolve-placeholders.ts'
import { visit } from './visit.ts'

/** What a letter may be made of, and what writers call what it may not. */
const allowed: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
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
const writersNames: Partial<Record<Nodes['type'], string>> = {
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

/** Takes out what a letter may not hold and says so; addresses of people and machines are left out of what stays. */
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
    if (!allowed.has(child.type)) {
      raise(file, replyMarkup(writersNames[child.type] ?? child.type), child.position)
      continue
    }
    // What only looks like an address is no link, nor is one that names a person or a machine; of those another rule warns.
    const isText = child.type === 'link' && !isWebAddress(child.url)
    if (isText && !isAutolink(child)) raise(file, replyMarkup(`link to ${redactContacts(child.url)}`), child.position)
    cleanNode(child, file)
    if (isText || (child.type === 'link' && redactContacts(child.url) !== child.url)) children.push(...child.children)
    else children.push(child)
  }
  node.children = children as never
  if (node.type === 'paragraph') node.children = redactSplitContacts(node.children)
}

/** An address that emphasis or a comment cuts into pieces is whole again to its reader; its paragraph loses its marks with it. */
function redactSplitContacts(children: PhrasingContent[]): PhrasingContent[] {
  const text = textContent({ type: 'paragraph', children })
  const clean = redactContacts(text)
  return clean === text ? children : [{ type: 'text', value: clean }]
}

/** Whether a link was made of its own text. */
function isAutolink({ url, children: [only] }: Link): boolean {
  return only?.type === 'text' && [url, url.replace(/^(?:https?:\/\/|mailto:)/, '')].includes(only.value)
}

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm) // bare addresses become links
  .use(remarkNestingDepth) // before anything walks the tree
  .use(remarkReply)
  .use(remarkRehype) // without HTML that was typed
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames: ['p', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a', 'br'],
    attributes: { a: ['href'], ol: ['start'] },
    protocols: { href: ['http', 'https'] },
  })
  .use(rehypeUntrustedLinks) // behind what would take it away
  .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
  .freeze()

/** What strangers link to is not what the outlet stands for. */
function rehypeUntrustedLinks() {
  return (tree: Hast): undefined => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'a') node.properties.rel = ['nofollow', 'ugc', 'noopener']
    })
  }
}

/** Where a letter begins in its file: the line of its first line, and by how much its lines are indented. Undefined where its lines are not the file's. */
export type ReplyOffset = { line: number; indent: number } | undefined

/**
 * Compiles a reader's letter to safe HTML; what it may not hold is raised on `file`.
 *
 * @param around the place of the whole letter, for one whose lines are not the file's
 */
export function compileReply(file: VFile, letter: string, at: ReplyOffset, around: Place): Html {
  const text = new VFile({ path: file.path, value: letter })
  let html = ''
  if (!isNestedTooDeep(text, letter)) {
    try {
      html = String(pipeline.processSync(text))
    } catch (error) {
      if (error instanceof RangeError) raise(text, nestedTooDeep(`more than ${maxNesting}`), undefined)
      else if (!(error instanceof ProblemsFound)) throw error
    }
  }
  for (const message of text.messages) {
    message.place = toFilePlace(message.place, at, around) as typeof message.place
    file.messages.push(message)
  }
  return html as Html
}

/** The place in the file of a place in the letter. */
function toFilePlace(place: Place | Place['start'] | undefined, at: ReplyOffset, around: Place): Place {
  if (at === undefined || place === undefined) return around
  const move = ({ line, column }: Place['start']) => ({ line: line + at.line - 1, column: column + at.indent })
  return 'start' in place ? { start: move(place.start), end: move(place.end ?? place.start) } : { start: move(place) }
}

/** Where the lines of a YAML text stand that begins at a place: those of a block that begins with `|` are the file's own. */
export function findReplyOffset(source: string, { start }: Place): ReplyOffset {
  const lines = source.split('\n')
  if (!/^\|[+-]?\s*(?:#.*)?$/.test((lines[start.line - 1] ?? '').slice(start.column - 1))) return undefined
  const first = lines.slice(start.line).find((line) => line.trim() !== '')
  return first === undefined ? undefined : { line: start.line + 1, indent: /^ */.exec(first)?.[0].length ?? 0 }
}
