import type { Parent, PhrasingContent, Root } from 'mdast'
import type { LeafDirective, TextDirective } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { unknownBlock } from '../problems/catalogue/blocks.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { raise } from '../problems/problem.ts'
import { blockNames, blocks, findBlock } from './blocks/blocks.ts'
import { mayContain } from './may-contain.ts'

/**
 * Turns text directives back into text, since `a:b` and `:smile:` are words here. Refuses blocks that the registry does
 * not have.
 *
 *     Note:this  →  <p>Note:this</p>
 */
export function remarkPlainColons() {
  return (tree: Root, file: VFile): undefined => {
    if (mayContain(file, 'directive')) restoreColons(tree, file)
  }
}

const markers = blocks.map(({ marker }) => marker)

function restoreColons(parent: Parent, file: VFile): void {
  const children: typeof parent.children = []
  let hasChanged = false
  for (const child of parent.children) {
    if (child.type === 'containerDirective' && findBlock('container', child.name) === undefined) {
      raise(file, unknownBlock(`:::${child.name}`, closestMatch(child.name, blockNames()), markers), child.position)
    }
    if (child.type === 'leafDirective' && findBlock('leaf', child.name) === undefined) {
      raise(file, unknownBlock(`::${child.name}`, closestMatch(child.name, blockNames()), markers), child.position)
    }
    if ('children' in child) restoreColons(child, file)
    if (child.type === 'textDirective') {
      children.push(...directiveSource(child, String(file)))
      hasChanged = true
    } else {
      children.push(child)
    }
  }
  if (hasChanged) parent.children = mergeTexts(children as PhrasingContent[]) as typeof parent.children
}

/** The source of a directive as text, around the Markdown in its brackets. */
function directiveSource(directive: TextDirective | LeafDirective, source: string): PhrasingContent[] {
  const from = directive.position?.start.offset ?? 0
  const to = directive.position?.end.offset ?? 0
  const first = directive.children[0]?.position?.start.offset
  const last = directive.children.at(-1)?.position?.end.offset
  if (first === undefined || last === undefined) return [{ type: 'text', value: source.slice(from, to) }]
  return [
    { type: 'text', value: source.slice(from, first) },
    ...directive.children,
    { type: 'text', value: source.slice(last, to) },
  ]
}

function mergeTexts(nodes: PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else merged.push(node)
  }
  return merged
}
