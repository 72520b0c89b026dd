import type { Root } from 'mdast'
import { VFile } from 'vfile'
import { hash128 } from '../fingerprint/hash.ts'
import { nestedTooDeep } from '../problems/catalogue/text.ts'
import { ProblemsError, raise } from '../problems/problem.ts'
import { type BodyOptions, type CompiledBody, createBodyData } from './compiled-body.ts'
import { fastHtml } from './fast-html.ts'
import { isNestedTooDeep, maxNesting } from './nesting-depth.ts'
import type { Pipeline } from './pipeline.ts'
import { isStaticPlaceholder } from './placeholder.ts'

/**
 * Compiles a text from Markdown to safe HTML with placeholders. Problems are raised on `file`.
 *
 * @param body the text, with an empty line for each line of front matter above it
 * @returns undefined if the text cannot be compiled at all
 */
export function compileBody(
  { markdown, html, site }: Pipeline,
  file: VFile,
  body: string,
  options: BodyOptions,
): (CompiledBody & { html: string }) | undefined {
  if (isNestedTooDeep(file, body)) return undefined
  const data = createBodyData(options)
  const text = new VFile({ path: file.path, value: body, data: { body: data } })
  try {
    const tree = markdown.runSync(markdown.parse(text), text) as Root
    const fast = fastHtml(tree, data.language, site)
    const compiledHtml = fast?.html ?? html.stringify(html.runSync(tree, text), text)
    const { placeholders, anchors } = fast ?? data
    const { excerpt, actions, namesChanged, words, dateline } = data
    return {
      html: compiledHtml,
      hash: hash128(compiledHtml),
      placeholders,
      deferredPlaceholders: placeholders.filter((placeholder) => !isStaticPlaceholder(placeholder, anchors)),
      anchors,
      excerpt,
      actions,
      namesChanged,
      words,
      dateline,
    }
  } catch (error) {
    if (error instanceof RangeError) raise(text, nestedTooDeep(`more than ${maxNesting}`), undefined)
    else if (!(error instanceof ProblemsError)) throw error
    return undefined
  } finally {
    file.messages.push(...text.messages)
  }
}
