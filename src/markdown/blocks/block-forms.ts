import type { Element, RootContent } from 'hast'
import type { Block } from './block.ts'
import { blocks } from './blocks.ts'

/**
 * Replaces the blocks in compiled HTML by one of their forms. Does not change the nodes themselves.
 *
 * @param form the form of a block's definition
 */
export function withBlockForm(
  nodes: readonly RootContent[],
  form: 'toText' | 'toSpeech' | 'toFeed',
  registry: readonly Block[] = blocks,
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node]
    const copy: Element = { ...node, children: withBlockForm(node.children, form, registry) as Element['children'] }
    const { className } = node.properties
    const block = Array.isArray(className) ? registry.find((block) => className.includes(block.className)) : undefined
    return block?.[form]?.(copy) ?? [copy]
  })
}
