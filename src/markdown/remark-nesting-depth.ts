import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { nestedTooDeep } from '../problems/catalogue/text.ts'
import { ProblemsError, raise } from '../problems/problem.ts'
import { maxNesting, treeDepth } from './nesting-depth.ts'

/**
 * Stops at a tree that is nested deeper than any article, before another step walks it. Changes nothing in the tree.
 *
 * @throws ProblemsError, with the problem on the file
 */
export function remarkNestingDepth() {
  return (tree: Root, file: VFile): undefined => {
    const depth = treeDepth(tree)
    if (depth <= maxNesting) return
    raise(file, nestedTooDeep(String(depth)), undefined)
    throw new ProblemsError([])
  }
}
