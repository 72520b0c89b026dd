import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { findStrings } from '../i18n/find-strings.ts'
import { loadNativeParser, nativeParser } from './native-parser.ts'
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

/** The options of an outlet. */
export interface PipelineOptions {
  /** The abbreviation of the agency in datelines, such as `FNS`. */
  agency: string
  language: string
  /** The URL of the site. */
  url: string
}

/** Creates the pipeline: all steps in their order, with the reason for each place. */
export async function createPipeline({ agency, language, url }: PipelineOptions) {
  const { footnotes, backToText } = findStrings(language)
  const parseNatively = await loadNativeParser()
  const markdown = unified()
    .use(remarkParse) // first: Markdown becomes a tree
    .use(remarkGfm) // with the parser: tables, footnotes, strikethrough, bare URLs
    .use(remarkDirective) // with the parser: the syntax of blocks
    .use(nativeParser, parseNatively) // after the parser and its extensions, whose place it takes for common Markdown
    .use(remarkNestingDepth) // before any step that walks the tree recursively
    .use(remarkMalformedBlocks) // before steps that move text: it looks up lines in the source
    .use(remarkUnparsedLinks) // before steps that move text, for the same reason
    .use(remarkPlainColons) // before steps that read text: colons that begin no block are text
    .use(remarkDateline, { agency }) // before pseudonyms: the place is not a name
    .use(remarkPseudonyms) // while lists are Markdown: the closing note is typed as an item of one
    .use(remarkVagueLinkText) // before blocks, which add links of their own
    .use(remarkBlocks) // before words are counted: labels of blocks count
    .use(remarkWordCount) // after all steps that add or remove text
    .use(remarkExcerpt) // after all steps that add or remove text
    .freeze()
  const html = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true, // sanitizing comes later
      clobberPrefix: '', // rehypeAnchors keeps ids apart
      footnoteLabel: footnotes,
      footnoteBackLabel: backToText,
      footnoteLabelProperties: { className: ['sr-only'] },
    }) // first: Markdown becomes HTML
    .use(rehypeRawWhenNeeded) // before all other steps, so that typed HTML is like any other
    .use(rehypeHeadings) // before anchors: the heading of footnotes is known by its id
    .use(rehypeAnchors) // after typed HTML is parsed: it may hold ids
    .use(rehypeImages) // before typography: captions become text
    .use(rehypeScrollableTables) // before sanitizing, which removes `align`
    .use(rehypeScrollableCode) // after typed HTML is parsed: it may hold code
    .use(rehypeLinks) // after all steps that make links
    .use(rehypeTypography) // after all steps that make text
    .use(rehypeReportRemoved) // right before sanitizing: it reports what that removes
    .use(rehypeSanitize, sanitizeSchema) // after all steps that make HTML
    .use(rehypePlaceholders, { site: url }) // after sanitizing: placeholders stand for safe elements alone
    .use(rehypeStringify, { characterReferences: { useNamedReferences: false } }) // last
    .freeze()
  return { markdown, html, site: url }
}

export type Pipeline = Awaited<ReturnType<typeof createPipeline>>
