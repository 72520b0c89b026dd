import type { VFile } from 'vfile'
import type * as z from 'zod'
import type { FrontMatter, ParsedFile } from '../../content/front-matter.ts'
import type { FrontMatterSchema } from '../../content/validate.ts'
import { interfaceLanguage } from '../../i18n/find-strings.ts'
import type { BodyOptions, CompiledBody } from '../../markdown/compiled-body.ts'
import type { Outlet } from '../../newsroom/outlet.ts'

/** A kind of content: the steps in which files of one folder are compiled. */
export interface ContentKind<Schema extends FrontMatterSchema = FrontMatterSchema, Front = unknown> {
  schema: Schema
  /** True if a file can have this name. */
  isName(slug: string): boolean
  /** Splits a file into front matter and text; undefined after raising what is wrong. */
  parse(file: VFile, text: string): ParsedFile | undefined
  /** Turns validated values into the document's front matter, and raises what no schema can see. */
  toFront(values: z.output<Schema>, file: VFile, frontMatter: FrontMatter): Front
  bodyOptions(values: z.output<Schema>, frontMatter: FrontMatter): BodyOptions
  /** Raises what is wrong between the front matter and the compiled text. */
  check?(values: z.output<Schema>, body: CompiledBody, html: string, file: VFile, frontMatter: FrontMatter): void
}

/** The language of a text, and the language of the words that layouts add to it. */
export function bodyLanguages(
  language: string | undefined,
  outlet: Outlet,
): Pick<BodyOptions, 'language' | 'uiLanguage'> {
  const textLanguage = language ?? outlet.language
  return { language: textLanguage, uiLanguage: interfaceLanguage(textLanguage, outlet.language) }
}

/** The options for a text that has neither datelines nor notes on names. */
export const plainBodyOptions = (language: string | undefined, outlet: Outlet): BodyOptions => ({
  ...bodyLanguages(language, outlet),
  pseudonyms: [],
  isArticle: false,
})
