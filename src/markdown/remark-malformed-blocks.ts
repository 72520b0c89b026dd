import type { Paragraph, Parents, Root, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { blockMalformed, blockUnclosed, blockUnopened } from '../problems/catalogue/blocks.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { type Place, raise } from '../problems/problem.ts'
import { blockNames, blocks, findBlock } from './blocks/blocks.ts'
import { mayContain } from './may-contain.ts'
import { visit } from './visit.ts'

/**
 * Refuses what was to be a block of the newsroom's and is none: one that is not closed, whose rest becomes text of the story again, and
 * lines that the parser took for text.
 *
 *     ::: pray              →  an error
 *     :::pray Pray now.     →  an error
 */
export function remarkMalformedBlocks() {
  return (tree: Root, file: VFile): undefined => {
    if (mayContain(file, 'block')) new Blocks(file).within(tree)
  }
}

/** The blocks of one text, met in its order. */
class Blocks {
  private readonly source: string
  /** Blocks whose closing line the parser gave to the one around them. */
  private readonly robbed = new Set<RootContent>()
  /** How many blocks were to be opened whose closing line would stand alone. */
  private awaited = 0

  constructor(private readonly file: VFile) {
    this.source = String(file)
  }

  within(parent: Parents): void {
    const children: RootContent[] = []
    const left = [...parent.children].reverse()
    for (let child = left.pop(); child !== undefined; child = left.pop()) {
      children.push(child)
      if (child.type === 'containerDirective' && findBlock('container', child.name) !== undefined)
        left.push(...this.swallowed(child).reverse())
      if (child.type === 'paragraph') this.lines(child)
      else if ('children' in child) this.within(child)
    }
    parent.children = children as typeof parent.children
  }

  /** Refuses a block that is not closed, and takes out of it what follows its first paragraph. */
  private swallowed(block: ContainerDirective): RootContent[] {
    let inside: ContainerDirective | undefined
    visit(block, 'containerDirective', (node: ContainerDirective) => {
      if (node !== block) inside = node
      return undefined
    })
    const isClosed = this.isClosed(block)
    if (isClosed && (inside === undefined || this.isClosed(inside))) return []
    const { line, offset = 0 } = block.position?.start ?? { line: 1 }
    const text = lineAt(this.source, offset)
    raise(this.file, blockUnclosed(text, /^:*/.exec(text)?.[0] ?? ''), this.placeOf(text, line, offset))
    if (isClosed && inside !== undefined) this.robbed.add(inside)
    else this.awaited++
    return block.children.splice(1)
  }

  /** Whether the last line of a block is its own closing line, and not one of code or of a block within it. */
  private isClosed(block: ContainerDirective): boolean {
    if (this.robbed.has(block)) return true
    const from = block.position?.start.offset ?? 0
    const text = this.source.slice(from, block.position?.end.offset)
    const last = text.lastIndexOf('\n') + 1
    const closing = /^[ \t>]*(:+)[ \t]*$/.exec(text.slice(last))?.[1]?.length ?? 0
    if (last === 0 || closing < (/^:*/.exec(text)?.[0].length ?? 0)) return false
    return (block.children.at(-1)?.position?.end.offset ?? 0) <= from + text.lastIndexOf(':') + 1 - closing
  }

  /** Refuses lines of text that begin as blocks do. */
  private lines({ children, data }: Paragraph): void {
    if (data !== undefined && 'directiveLabel' in data) return
    for (const [index, child] of children.entries()) {
      if (child.type !== 'text' || child.position === undefined) continue
      const { start, end } = child.position
      let offset = start.offset ?? 0
      for (const [number, line] of this.source.slice(offset, end.offset).split('\n').entries()) {
        const begins = number > 0 || index === 0 || children[index - 1]?.type === 'break'
        const colons = /^[ \t>]*(?=::)/.exec(line)
        if (begins && colons !== null) this.line(start.line + number, offset + colons[0].length)
        offset += line.length + 1
      }
    }
  }

  private line(line: number, offset: number): void {
    const text = lineAt(this.source, offset)
    const place = this.placeOf(text, line, offset)
    if (text === ':::') {
      if (this.awaited > 0) this.awaited--
      else raise(this.file, blockUnopened(), place)
      return
    }
    const [, colons = '', word = '', attributes = '', more = ''] = opening.exec(text) ?? []
    const isAlone = more === '' && colons.length > 2 && word.length > 2
    const name = isAlone ? closestMatch(word, blockNames()) : word.toLowerCase()
    const block = blocks.find((block) => block.name === name)
    if (block === undefined) return
    const isContainer = block.kind === 'container'
    if (isContainer) this.awaited++
    raise(this.file, blockMalformed(text, isContainer ? block.marker + attributes : block.example), place)
  }

  private placeOf(text: string, line: number, offset: number): Place {
    const column = offset - this.source.lastIndexOf('\n', offset - 1)
    return { start: { line, column }, end: { line, column: column + text.length } }
  }
}

/** A line that is like the opening of a block. */
const opening = /^(::+)[ \t]*([\p{L}-]+)[ \t]*(\{[^{}]*\})?(.*)$/u

/** The rest of a line, without spaces at its end. */
function lineAt(source: string, offset: number): string {
  const end = source.indexOf('\n', offset)
  return source.slice(offset, end === -1 ? undefined : end).trimEnd()
}
