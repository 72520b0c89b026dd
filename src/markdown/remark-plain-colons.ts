import type { Parent, PhrasingContent, Root } from 'mdast'
import type { LeafDirective, TextDirective } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { unknownBlock } from '../problems/catalogue/blocks.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { raise } from '../problems/problem.ts'
import { blockNames, blocks, findBlock } from './blocks/blocks.ts'
import { mayContain } from './may-contain.ts'

/**
 * Gives text its colons back: `a:b` and `:smile:` are words and not directives; only `::audio` and the action blocks are
 * syntax. A block of another name is a problem.
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
  let restored = false
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
      restored = true
    } else {
      children.push(child)
    }
  }
  if (restored) parent.children = mergeTexts(children as PhrasingContent[]) as typeof parent.children
}

/** The source of a directive, with what stands in its brackets kept as Markdown. */
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
