import type { Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { linkAsText } from '../problems/catalogue/links.ts'
import { raise } from '../problems/problem.ts'
import { mayContain } from './may-contain.ts'
import { visit } from './visit.ts'

/**
 * Text that looks like a link: words in brackets, which may begin in another text node, followed by a name or a URL; or
 * the mark of a footnote.
 */
const linkLike =
  /(?<!\\)!?(?:\[\^(?<note>[^[\]\s]+)\]|(?:\[(?<words>[^[\]]*)(?<!\\)\]|\](?<=^[^[\]]*\]))(?:\[(?<name>[^[\]]*)\]|\((?<address>[^()]*)\)?))/g

/**
 * Warns of links that would be printed as typed, because nothing defines them or their URL has spaces. Changes nothing
 * in the tree.
 *
 *     [the well][none]                 →  a warning
 *     [the well](http://exa mple.org)  →  a warning
 */
export function remarkUnparsedLinks() {
  return (tree: Root, file: VFile): undefined => {
    if (!mayContain(file, 'linkAsText')) return
    const source = String(file)
    visit(tree, 'text', ({ position }: Text) => {
      if (position === undefined) return
      let from = position.start.offset ?? 0
      for (const [number, text] of source.slice(from, position.end.offset).split('\n').entries()) {
        const line = position.start.line + number
        for (const { 0: typed, index, groups = {} } of text.matchAll(linkLike)) {
          // The text node ends within the link if its URL is also a link by itself.
          const rest = source.slice(from + index, from + index + maxUrlLength)
          const whole = groups.address === undefined ? typed : (/^[^)\n]*\)?/.exec(rest)?.[0] ?? typed)
          const column = index + (number === 0 ? position.start.column : 1)
          const place = { start: { line, column }, end: { line, column: column + whole.length } }
          raise(file, linkAsText(whole, explainFix(groups)), place)
        }
        from += text.length + 1
      }
    })
  }
}

/** The longest link that is quoted, in characters. */
const maxUrlLength = 200

function explainFix({ note, words, name, address }: Partial<Record<string, string>>): string {
  if (note !== undefined) return `Add a line like \`[^${note}]: The note.\` below the text.`
  if (address !== undefined) return 'Write the address without spaces, `%20` for each, right behind the words.'
  return `Add a line like \`[${name === '' ? words : name}]: https://example.org/page\` below the text.`
}
