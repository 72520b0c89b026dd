import type { Node, Parent } from 'unist'

/** Returned by a visitor: the children of the node are not walked. */
export const SKIP = 'skip'
/** Returned by a visitor: the walk ends. */
export const EXIT = 'exit'

/** The result of a visitor. With a number, the walk goes on at that child of the parent. */
type VisitResult = typeof SKIP | typeof EXIT | readonly [typeof SKIP, number] | undefined

/** A node's type and position; its other properties depend on its type. */
type NodeOfType<Type extends string> = Node & { type: Type }

/**
 * Walks a tree in the order of its text and calls a visitor with the nodes of one type, as unist-util-visit does for
 * one type.
 *
 * Unlike unist-util-visit it creates nothing for a node on the way. The tree of an article is walked about twenty
 * times: with unist-util-visit, compiling 5,000 articles of 485 words took 0.342 ms an article in place of 0.269 ms, 27
 * % more.
 */
export function visit<Visited extends NodeOfType<string>>(
  tree: Node,
  type: Visited['type'],
  // biome-ignore lint/suspicious/noExplicitAny: the parent of a node of hast is one of hast, and so on
  visitor: (node: Visited, index: number | undefined, parent: any) => VisitResult,
): void {
  if (tree.type === type && visitor(tree as Visited, undefined, undefined) !== undefined) return
  visitChildren(tree, type, visitor as Visitor)
}

type Visitor = (node: Node, index: number, parent: Parent) => VisitResult

function visitChildren(parent: Node, type: string, visitor: Visitor): typeof EXIT | undefined {
  const children = (parent as Partial<Parent>).children
  if (children === undefined) return
  let index = 0
  // A visitor may replace children of its parent, but not the list itself.
  while (index < children.length) {
    const child = children[index] as Node
    const result = child.type === type ? visitor(child, index, parent as Parent) : undefined
    if (result === EXIT) return EXIT
    if (typeof result === 'object') {
      index = result[1]
      continue
    }
    if (result !== SKIP && visitChildren(child, type, visitor) === EXIT) return EXIT
    index++
  }
  return
}
