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
 * Refuses malformed blocks: those without a closing line, whose content after the first paragraph becomes text of the
 * article again, and lines that the parser took for text.
 *
 *     ::: pray              →  an error
 *     :::pray Pray now.     →  an error
 */
export function remarkMalformedBlocks() {
  return (tree: Root, file: VFile): undefined => {
    if (mayContain(file, 'block')) new BlockChecker(file).check(tree)
  }
}

/** Checks the blocks of one text in their order. */
class BlockChecker {
  private readonly source: string
  /** Blocks whose closing line the parser gave to the block around them. */
  private readonly closedByOuter = new Set<RootContent>()
  /** The number of reported openings whose closing line stands alone now. */
  private orphanedEnds = 0

  constructor(private readonly file: VFile) {
    this.source = String(file)
  }

  check(parent: Parents): void {
    const children: RootContent[] = []
    const stack = [...parent.children].reverse()
    for (let child = stack.pop(); child !== undefined; child = stack.pop()) {
      children.push(child)
      if (child.type === 'containerDirective' && findBlock('container', child.name) !== undefined)
        stack.push(...this.checkClosed(child).reverse())
      if (child.type === 'paragraph') this.checkLines(child)
      else if ('children' in child) this.check(child)
    }
    parent.children = children as typeof parent.children
  }

  /** Refuses a block that is not closed. Removes the nodes after its first paragraph from it and returns them. */
  private checkClosed(block: ContainerDirective): RootContent[] {
    let inner: ContainerDirective | undefined
    visit(block, 'containerDirective', (node: ContainerDirective) => {
      if (node !== block) inner = node
      return undefined
    })
    const isClosed = this.isClosed(block)
    if (isClosed && (inner === undefined || this.isClosed(inner))) return []
    const { line, offset = 0 } = block.position?.start ?? { line: 1 }
    const text = lineAt(this.source, offset)
    raise(this.file, blockUnclosed(text, /^:*/.exec(text)?.[0] ?? ''), this.linePlace(text, line, offset))
    if (isClosed && inner !== undefined) this.closedByOuter.add(inner)
    else this.orphanedEnds++
    return block.children.splice(1)
  }

  /** True if the last line of a block is its own closing line, and not a line of code or of a block inside. */
  private isClosed(block: ContainerDirective): boolean {
    if (this.closedByOuter.has(block)) return true
    const from = block.position?.start.offset ?? 0
    const text = this.source.slice(from, block.position?.end.offset)
    const last = text.lastIndexOf('\n') + 1
    const closing = /^[ \t>]*(:+)[ \t]*$/.exec(text.slice(last))?.[1]?.length ?? 0
    if (last === 0 || closing < (/^:*/.exec(text)?.[0].length ?? 0)) return false
    return (block.children.at(-1)?.position?.end.offset ?? 0) <= from + text.lastIndexOf(':') + 1 - closing
  }

  /** Refuses lines of text that begin like blocks. */
  private checkLines({ children, data }: Paragraph): void {
    if (data !== undefined && 'directiveLabel' in data) return
    for (const [index, child] of children.entries()) {
      if (child.type !== 'text' || child.position === undefined) continue
      const { start, end } = child.position
      let offset = start.offset ?? 0
      for (const [number, line] of this.source.slice(offset, end.offset).split('\n').entries()) {
        const isLineStart = number > 0 || index === 0 || children[index - 1]?.type === 'break'
        const colons = /^[ \t>]*(?=::)/.exec(line)
        if (isLineStart && colons !== null) this.checkLine(start.line + number, offset + colons[0].length)
        offset += line.length + 1
      }
    }
  }

  private checkLine(line: number, offset: number): void {
    const text = lineAt(this.source, offset)
    const place = this.linePlace(text, line, offset)
    if (text === ':::') {
      if (this.orphanedEnds > 0) this.orphanedEnds--
      else raise(this.file, blockUnopened(), place)
      return
    }
    const [, colons = '', word = '', attributes = '', more = ''] = blockLike.exec(text) ?? []
    const isAlone = more === '' && colons.length > 2 && word.length > 2
    const name = isAlone ? closestMatch(word, blockNames()) : word.toLowerCase()
    const block = blocks.find((block) => block.name === name)
    if (block === undefined) return
    const isContainer = block.kind === 'container'
    if (isContainer) this.orphanedEnds++
    raise(this.file, blockMalformed(text, isContainer ? block.marker + attributes : block.example), place)
  }

  private linePlace(text: string, line: number, offset: number): Place {
    const column = offset - this.source.lastIndexOf('\n', offset - 1)
    return { start: { line, column }, end: { line, column: column + text.length } }
  }
}

/** A line like one that opens a block. */
const blockLike = /^(::+)[ \t]*([\p{L}-]+)[ \t]*(\{[^{}]*\})?(.*)$/u

/** The rest of a line, without spaces at its end. */
function lineAt(source: string, offset: number): string {
  const end = source.indexOf('\n', offset)
  return source.slice(offset, end === -1 ? undefined : end).trimEnd()
}
