import type { Element, RootContent } from 'hast'
import type { Block } from './block.ts'
import { blocks } from './blocks.ts'

/**
 * Puts a form of the blocks in compiled HTML in their place. Changes nothing in the nodes it is given.
 *
 * @param form where the HTML goes: `toText`, `toSpeech` or `toFeed`
 */
export function withBlockForm(
  nodes: readonly RootContent[],
  form: 'toText' | 'toSpeech' | 'toFeed',
  registry: readonly Block[] = blocks,
): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== 'element') return [node]
    const inside: Element = { ...node, children: withBlockForm(node.children, form, registry) as Element['children'] }
    const { className } = node.properties
    const block = Array.isArray(className) ? registry.find((block) => className.includes(block.className)) : undefined
    return block?.[form]?.(inside) ?? [inside]
  })
}
