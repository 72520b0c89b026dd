import type { ElementContent, Element as HtmlElement } from 'hast'
import type { RootContent } from 'mdast'
import type * as z from 'zod'
import type { InterfaceStrings } from '../../i18n/interface-strings.ts'
import type { ActionKind } from '../../newsroom/action.ts'
import type { Finding } from '../../problems/problem.ts'
import { type BlockElement, type BlockHtml, checkBlockHtml } from './block-html.ts'

/** A block as a writer wrote it. */
interface BlockContent<Attributes> {
  attributes: Attributes
  /** The Markdown between the lines of a container, or in the brackets of a leaf. */
  children: RootContent[]
}

/** The text around a block. */
interface BlockContext {
  /** The strings of the interface in the language of the text. */
  strings: InterfaceStrings
  /** The day of the article, as YYYY-MM-DD. */
  day: string | undefined
}

/** A function from the outermost element of a block, as its page shows it, to another form of the block. */
type BlockForm = (block: HtmlElement) => ElementContent[]

interface BlockDefinition<Attributes extends z.ZodObject> {
  /** The word after the colons. */
  name: string
  /** `container` for `:::name` above text and `:::` below it, `leaf` for `::name[text]` on one line. */
  kind: 'container' | 'leaf'
  /** The attributes in braces, a strict object of strings. A `describe` of each is printed in docs/guide/writing.md. */
  attributes: Attributes
  /** True if a block without text is an error. */
  needsText: boolean
  /**
   * For a request to readers: its kind. The block's text and its attributes `url` and `until` are gathered as an
   * action.
   */
  action?: ActionKind
  /** The class of the outermost element, which no other block has. */
  className: string
  /** All elements, classes and attributes of `toHtml`. Sanitizing removes any other. */
  html: BlockHtml
  /** Finds mistakes that no attribute has by itself. */
  check?(content: BlockContent<z.output<Attributes>>, context: BlockContext): Finding[]
  /** The block on its page. */
  toHtml(content: BlockContent<z.output<Attributes>>, context: BlockContext): BlockElement
  /** The block in texts for other outlets, if that differs from its page. */
  toText?: BlockForm
  /** The block in scripts to read aloud, if that differs from the text of its page. */
  toSpeech?: BlockForm
  /** The block in feeds, if that differs from its page. */
  toFeed?: BlockForm
  /** What the block does, as a sentence for writers. */
  description: string
  /** The block as a writer types it. */
  example: string
}

/** A block of the registry. */
export interface Block extends BlockDefinition<z.ZodObject> {
  /** The name after its colons, as in `:::pray` or `::audio`. */
  marker: string
}

/**
 * Defines a block. It exists when it is also listed in blocks.ts.
 *
 * @throws Error if the block would write HTML that no block may write
 */
export function defineBlock<Attributes extends z.ZodObject>(definition: BlockDefinition<Attributes>): Block {
  const { name, kind, html, className } = definition
  checkBlockHtml(name, html)
  if (!Object.values(html).some(({ classes = [] }) => classes.includes(className))) {
    throw new Error(`The block ${name} declares no element of its class ${className}.`)
  }
  return { ...definition, marker: `${kind === 'container' ? ':::' : '::'}${name}` } as Block
}
