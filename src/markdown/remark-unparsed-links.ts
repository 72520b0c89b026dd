import type { Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { linkAsText } from '../problems/catalogue/links.ts'
import { raise } from '../problems/problem.ts'
import { mayContain } from './may-contain.ts'
import { visit } from './visit.ts'

/**
 * What in a line of text looks like a link: words in brackets, which may begin in another text, and behind them a name or an address; or
 * the mark of a footnote.
 */
const linkLike =
  /(?<!\\)!?(?:\[\^(?<note>[^[\]\s]+)\]|(?:\[(?<words>[^[\]]*)(?<!\\)\]|\](?<=^[^[\]]*\]))(?:\[(?<name>[^[\]]*)\]|\((?<address>[^()]*)\)?))/g

/**
 * Warns of links that are printed as they are typed, because nothing defines them or their address holds spaces. The text stays as it is.
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
          // What follows is no text where it is an address by itself.
          const around = source.slice(from + index, from + index + maxUrlLength)
          const whole = groups.address === undefined ? typed : (/^[^)\n]*\)?/.exec(around)?.[0] ?? typed)
          const column = index + (number === 0 ? position.start.column : 1)
          const place = { start: { line, column }, end: { line, column: column + whole.length } }
          raise(file, linkAsText(whole, explainFix(groups)), place)
        }
        from += text.length + 1
      }
    })
  }
}

/** How much is looked at of what is not plainly an address. */
const maxUrlLength = 200

function explainFix({ note, words, name, address }: Partial<Record<string, string>>): string {
  if (note !== undefined) return `Add a line like \`[^${note}]: The note.\` below the text.`
  if (address !== undefined) return 'Write the address without spaces, `%20` for each, right behind the words.'
  return `Add a line like \`[${name === '' ? words : name}]: https://example.org/page\` below the text.`
}
