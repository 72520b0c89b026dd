import type { Properties } from 'hast'
import type { Root, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as textContent } from 'mdast-util-to-string'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import type * as z from 'zod'
import { findStrings } from '../i18n/find-strings.ts'
import type { Action } from '../newsroom/action.ts'
import { emptyBlock, missingAttribute, unknownAttribute } from '../problems/catalogue/blocks.ts'
import { wrongType } from '../problems/catalogue/front-matter.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { type Finding, type Place, raise } from '../problems/problem.ts'
import type { Block } from './blocks/block.ts'
import type { BlockElement } from './blocks/block-html.ts'
import { findBlock } from './blocks/blocks.ts'
import { mayContain } from './may-contain.ts'
import { oneLineText } from './one-line-text.ts'
import { visit } from './visit.ts'

/**
 * Turns the blocks of the registry into their HTML, and gathers their requests to readers; see blocks/blocks.ts.
 *
 *     :::pray
 *     For rain.  →  <div class="action action-pray"><p class="action-kind">Pray</p><p>For rain.</p></div>
 *     :::
 */
export function remarkBlocks() {
  return (tree: Root, file: VFile): undefined => {
    if (!mayContain(file, 'block')) return
    visit(tree, 'containerDirective', (node: ContainerDirective) => convertBlock(node, 'container', file))
    visit(tree, 'leafDirective', (node: LeafDirective) => convertBlock(node, 'leaf', file))
  }
}

/** Turns a directive into the HTML of its block. */
function convertBlock(node: ContainerDirective | LeafDirective, kind: Block['kind'], file: VFile): undefined {
  const block = findBlock(kind, node.name)
  const data = file.data.body
  if (block === undefined || data === undefined) return
  // Problems of a container are placed on its first line, as its last may be far below.
  const place = kind === 'container' ? firstLine(node.position) : node.position
  const report = (finding: Finding) => raise(file, finding, place)
  if (block.needsText && textContent(node).trim() === '') {
    raise(file, emptyBlock(block.marker, block.example), node.position)
  }
  const attributes = readAttributes(block, node.attributes ?? {}, report)
  if (attributes === undefined) return
  const content = { attributes, children: node.children }
  const context = { strings: findStrings(data.uiLanguage), day: data.day }
  for (const finding of block.check?.(content, context) ?? []) report(finding)
  if (block.action !== undefined) {
    const { url, until } = attributes as Pick<Action, 'url' | 'until'>
    data.actions.push({ kind: block.action, text: oneLineText(node.children), url, until })
  }
  const { tagName, properties, children } = block.toHtml(content, context)
  node.data = { hName: tagName, hProperties: properties }
  node.children = children.map((child) => toMarkdown(child, node.position)) as typeof node.children
}

/**
 * Reads the attributes of a block by its schema, and reports each that is wrong. Returns the others, so that the
 * request of the block still counts for other checks; undefined if the block needs one that is missing or wrong.
 */
function readAttributes(
  block: Block,
  typed: Readonly<Record<string, string | null | undefined>>,
  report: (finding: Finding) => void,
): Record<string, unknown> | undefined {
  const result = block.attributes.safeParse(typed)
  if (result.success) return result.data
  const wrong = new Set<string>()
  for (const issue of result.error.issues) {
    for (const [name, finding] of attributeFindings(block, issue, typed)) {
      wrong.add(name)
      report(finding)
    }
  }
  return block.attributes.safeParse(Object.fromEntries(Object.entries(typed).filter(([name]) => !wrong.has(name)))).data
}

function attributeFindings(
  { attributes, marker, example }: Block,
  issue: z.core.$ZodIssue,
  typed: Readonly<Record<string, string | null | undefined>>,
): [name: string, Finding][] {
  if (issue.code === 'unrecognized_keys') {
    const names = Object.keys(attributes.shape)
    return issue.keys.map((name) => [name, unknownAttribute(name, marker, names.join(', '), closestMatch(name, names))])
  }
  const name = String(issue.path[0])
  const value = typed[name]?.trim() ?? ''
  const { finding } = (issue as { params?: { finding?: Finding } }).params ?? {}
  return [[name, finding ?? (value === '' ? missingAttribute(name, marker, example) : wrongType(value, issue.message))]]
}

function firstLine(position: Position | undefined): Place | undefined {
  if (position === undefined) return undefined
  return { start: position.start, end: { line: position.start.line, column: 200 } }
}

/** Turns an element into a node of Markdown. The type of the node only matters for links, which other steps look for. */
function toMarkdown(child: BlockElement['children'][number], position: Position | undefined): RootContent {
  if (typeof child === 'string') return { type: 'text', value: child }
  if ('type' in child) return child
  const { tagName, properties, children } = child
  const nodes = children.map((inner) => toMarkdown(inner, position)) as never
  if (tagName !== 'a') {
    return { type: 'emphasis', data: { hName: tagName, hProperties: properties }, position, children: nodes }
  }
  const { href, ...others } = properties
  return {
    type: 'link',
    url: String(href ?? ''),
    data: { hProperties: withoutUndefined(others) },
    position,
    children: nodes,
  }
}

function withoutUndefined(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
}
