import type { Node, Parent } from 'unist'

/** Returned by a visitor: the inside of the node is not walked. */
export const SKIP = 'skip'
/** Returned by a visitor: the walk ends. */
export const EXIT = 'exit'

/** What a visitor may return; with a number, the walk goes on at that child of the parent. */
type Next = typeof SKIP | typeof EXIT | readonly [typeof SKIP, number] | undefined

/** A node's type and position; what else it has depends on its type. */
type OfType<Type extends string> = Node & { type: Type }

/**
 * Walks a tree in the order of its text and shows a visitor the nodes of one type. It does what unist-util-visit does for one type,
 * and makes nothing for each node on the way: a story's tree is walked twenty times.
 */
export function visit<Visited extends OfType<string>>(
  tree: Node,
  type: Visited['type'],
  // biome-ignore lint/suspicious/noExplicitAny: the parent of a node of hast is one of hast, and so on
  visitor: (node: Visited, index: number | undefined, parent: any) => Next,
): void {
  if (tree.type === type && visitor(tree as Visited, undefined, undefined) !== undefined) return
  inside(tree, type, visitor as Visitor)
}

type Visitor = (node: Node, index: number, parent: Parent) => Next

function inside(parent: Node, type: string, visitor: Visitor): typeof EXIT | undefined {
  const children = (parent as Partial<Parent>).children
  if (children === undefined) return
  let index = 0
  // A visitor may put others in the place of its parent's children, but not another list.
  while (index < children.length) {
    const child = children[index] as Node
    const next = child.type === type ? visitor(child, index, parent as Parent) : undefined
    if (next === EXIT) return EXIT
    if (typeof next === 'object') {
      index = next[1]
      continue
    }
    if (next !== SKIP && inside(child, type, visitor) === EXIT) return EXIT
    index++
  }
  return
}
