import type { Root } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { hash128 } from '../fingerprint/hash.ts'
import { strings } from '../i18n/strings.ts'
import { nestedTooDeep } from '../problems/catalogue/text.ts'
import { ProblemsFound, raise } from '../problems/problem.ts'
import { type BodyOptions, type CompiledBody, createBodyData } from './compiled-body.ts'
import { fastHtml } from './fast-html.ts'
import { loadNativeParser, nativeParser } from './native-parser.ts'
import { isNestedTooDeep, maxNesting } from './nesting-depth.ts'
import { isStatic } from './placeholder.ts'
import { rehypeAnchors } from './rehype-anchors.ts'
import { rehypeHeadings } from './rehype-headings.ts'
import { rehypeImages } from './rehype-images.ts'
import { rehypeLinks } from './rehype-links.ts'
import { rehypePlaceholders } from './rehype-placeholders.ts'
import { rehypeRawWhenNeeded } from './rehype-raw-when-needed.ts'
import { rehypeReportRemoved } from './rehype-report-removed.ts'
import { rehypeScrollableCode } from './rehype-scrollable-code.ts'
import { rehypeScrollableTables } from './rehype-scrollable-tables.ts'
import { rehypeTypography } from './rehype-typography.ts'
import { remarkBlocks } from './remark-blocks.ts'
import { remarkDateline } from './remark-dateline.ts'
import { remarkExcerpt } from './remark-excerpt.ts'
import { remarkMalformedBlocks } from './remark-malformed-blocks.ts'
import { remarkNestingDepth } from './remark-nesting-depth.ts'
import { remarkPlainColons } from './remark-plain-colons.ts'
import { remarkPseudonyms } from './remark-pseudonyms.ts'
import { remarkUnparsedLinks } from './remark-unparsed-links.ts'
import { remarkVagueLinkText } from './remark-vague-link-text.ts'
import { remarkWordCount } from './remark-word-count.ts'
import { sanitizeSchema } from './sanitize-schema.ts'

/** What the pipeline needs to know of the outlet. */
export interface PipelineOptions {
  agency: string
  language: string
  /** Where the site stands. */
  url: string
}

/** The order of everything that happens to a text, and the reason for each place in it. */
export async function createPipeline({ agency, language, url }: PipelineOptions) {
  const words = strings(language)
  const program = await loadNativeParser()
  const markdown = unified()
    .use(remarkParse)
    .use(remarkGfm) // tables, footnotes, strikethrough, bare addresses
    .use(remarkDirective) // the syntax of the newsroom's own blocks
    .use(nativeParser, program) // behind the extensions: it parses everyday texts as they would
    .use(remarkNestingDepth) // before anything walks the tree
    .use(remarkMalformedBlocks) // while texts stand where the writer typed them
    .use(remarkUnparsedLinks) // so does it
    .use(remarkPlainColons) // what is no block of ours is text again, before anyone reads the text
    .use(remarkDateline, { agency }) // before names: the place is no name
    .use(remarkPseudonyms) // before lists become HTML: the closing note reads as a bullet
    .use(remarkVagueLinkText) // before blocks add links of their own
    .use(remarkBlocks) // before words are counted: its labels are read too
    .use(remarkWordCount)
    .use(remarkExcerpt) // the text is in its final order
    .freeze()
  const html = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true, // it is sanitised below
      clobberPrefix: '',
      footnoteLabel: words.footnotes,
      footnoteBackLabel: words.backToText,
      footnoteLabelProperties: { className: ['sr-only'] },
    })
    .use(rehypeRawWhenNeeded) // first: from here on, HTML that was typed is like all other
    .use(rehypeHeadings) // before ids: only headings have one of their own
    .use(rehypeAnchors)
    .use(rehypeImages)
    .use(rehypeScrollableTables)
    .use(rehypeScrollableCode)
    .use(rehypeLinks) // after what else makes links
    .use(rehypeTypography) // after captions are text
    .use(rehypeReportRemoved) // sees what the next one removes
    .use(rehypeSanitize, sanitizeSchema) // after everything that makes HTML
    .use(rehypePlaceholders, { site: url }) // only takes away
    .use(rehypeStringify, { characterReferences: { useNamedReferences: false } })
    .freeze()
  return { markdown, html, site: url }
}

export type Pipeline = Awaited<ReturnType<typeof createPipeline>>

/**
 * Compiles a text: Markdown in, safe HTML with placeholders out. Problems are raised on `file`; undefined where the text cannot be compiled
 * at all.
 *
 * @param body the text, with an empty line for each line of front matter above it
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
    const everyday = fastHtml(tree, data.language, site) // as the transforms of HTML would, in one walk
    const written = everyday?.html ?? html.stringify(html.runSync(tree, text), text)
    const { placeholders, anchors } = everyday ?? data
    const { excerpt, actions, namesChanged, words, dateline } = data
    return {
      html: written,
      hash: hash128(written),
      placeholders,
      deferredPlaceholders: placeholders.filter((placeholder) => !isStatic(placeholder, anchors)),
      anchors,
      excerpt,
      actions,
      namesChanged,
      words,
      dateline,
    }
  } catch (error) {
    if (error instanceof RangeError) raise(text, nestedTooDeep(`more than ${maxNesting}`), undefined)
    else if (!(error instanceof ProblemsFound)) throw error
    return undefined
  } finally {
    file.messages.push(...text.messages)
  }
}
