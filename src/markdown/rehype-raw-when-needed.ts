import type { Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import type { VFile } from 'vfile'
import { mayContain } from './may-contain.ts'
import { EXIT, visit } from './visit.ts'

/**
 * Parses HTML that is typed into Markdown. A text without any is left as it is: the parse costs more than all other
 * steps.
 *
 *     H<sub>2</sub>O  →  <p>H<sub>2</sub>O</p>
 */
export function rehypeRawWhenNeeded() {
  const parse = rehypeRaw()
  return (tree: Root, file: VFile): Root | undefined => {
    if (!mayContain(file, 'html')) return undefined
    let hasHtml = false
    visit(tree, 'raw', () => {
      hasHtml = true
      return EXIT
    })
    return hasHtml ? (parse(tree, file) as Root) : undefined
  }
}
