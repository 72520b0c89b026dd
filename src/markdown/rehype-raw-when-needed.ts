import type { Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import type { VFile } from 'vfile'
import { mayContain } from './may-contain.ts'
import { EXIT, visit } from './visit.ts'

/**
 * Parses the HTML that a writer typed into Markdown; a document without any is left as it is, for that parse costs more than
 * all the rest.
 *
 *     H<sub>2</sub>O  →  <p>H<sub>2</sub>O</p>
 */
export function rehypeRawWhenNeeded() {
  const parse = rehypeRaw()
  return (tree: Root, file: VFile): Root | undefined => {
    if (!mayContain(file, 'html')) return undefined
    let found = false
    visit(tree, 'raw', () => {
      found = true
      return EXIT
    })
    return found ? (parse(tree, file) as Root) : undefined
  }
}
