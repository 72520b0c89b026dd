import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { createMemoryCache } from '../../src/cache/memory-cache.ts'
import { Compiler } from '../../src/compile/compiler.ts'
import type { CompiledFile } from '../../src/compile/document.ts'
import { compileBody } from '../../src/markdown/compile-body.ts'
import { createPipeline } from '../../src/markdown/pipeline.ts'
import { resolvePlaceholders } from '../../src/markdown/resolve-placeholders.ts'
import type { Article } from '../../src/newsroom/article.ts'
import { outletSchema, toOutlet } from '../../src/newsroom/outlet.ts'
import { resolveAsWritten } from '../helpers/placeholders.ts'

const outlet = toOutlet(
  outletSchema().parse({
    name: 'Small Paper',
    agency: 'SP',
    url: 'https://small.example',
    description: 'A small paper.',
    timeZone: 'America/Chicago',
    language: 'en',
    contact: { email: 'desk@small.example' },
  }),
)
const pipeline = await createPipeline(outlet)

// What writers type, in every order, well and badly.
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.lorem({ maxCount: 6 }) },
  fc.constantFrom(
    'Mali (SP) — ',
    'Mali (SP) -- ',
    '(SP) ',
    '— ',
    'André* ',
    'Samira* and Youssef* ',
    '\n\n* Name changed for security.\n',
    '\n\n*Names have been changed.\n',
    '*emphasis* ',
    '**strong** ',
    '* item\n',
    '- item\n',
    '1. item\n',
    '> quote\n',
    '\n',
    '\n\n',
    '    code\n',
    '```\n',
    '`',
    ':::pray\n',
    '::::go{until=2026-01-01 url="https://a.example"}\n',
    ':::give[Label]{#id .class}\n',
    ':::\n',
    '::audio[x]{src=a.mp3}\n',
    ':inline[x]',
    ':::unknown\n',
    '[click here](https://a.example)',
    '[x](../y.md#z)',
    '[x]: /y\n',
    '![alt](a.jpg)',
    '![](b.jpg "t")',
    '| a | b |\n|---|---|\n| c | d |\n',
    '[^1]',
    '[^1]: note\n',
    '## Heading\n',
    '# \n',
    '<div>',
    '</div>',
    '<b onclick=x>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '&amp;',
    '&#0;',
    '\\',
    '"',
    "'",
    '--',
    '...',
    '~~x~~',
    'https://a.example/x*',
    'a@b.example',
    '\u0000',
    '\ufeff',
    '\u202e',
    '\r',
    '\t',
    '😀',
    '* * *\n',
    '___\n',
    '\\*',
    '5 * 3 * 2 ',
  ),
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
)
const markdown = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('any text whatever', () => {
  it('compiles, or is refused with placed problems, and carries no script', () => {
    fc.assert(
      fc.property(markdown, fc.boolean(), (text, story) => {
        const file = new VFile({ path: 'content/articles/x.md' })
        const body = compileBody(pipeline, file, text, {
          language: 'en',
          uiLanguage: 'en',
          pseudonyms: [{ name: 'Samira', line: 1, column: 1 }],
          isArticle: story,
        })
        for (const { line, column } of file.messages) {
          if (line != null) expect(line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length + 1)
          if (column != null) expect(column).toBeGreaterThan(0)
        }
        if (body === undefined) {
          expect(file.messages.length).toBeGreaterThan(0)
          return
        }
        const html = resolvePlaceholders(body.html, { placeholders: resolveAsWritten(body.placeholders) })
        expect(html).not.toMatch(/<script|<style|<iframe|<[^>]*\son\w+=|javascript:/i)
        expect(html).not.toContain('\u0000')
      }),
      { numRuns: 3000 },
    )
  })

  it('compiles to the same bytes twice', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const once = () => {
          const file = new VFile({ path: 'content/articles/x.md' })
          const body = compileBody(pipeline, file, text, {
            language: 'en',
            uiLanguage: 'en',
            pseudonyms: [],
            isArticle: true,
          })
          return JSON.stringify([body, file.messages.map(String)])
        }
        expect(once()).toBe(once())
      }),
      { numRuns: 300 },
    )
  })
})

const keys = [
  'title',
  'date',
  'updated',
  'authors',
  'byline',
  'dateline',
  'summary',
  'countries',
  'partners',
  'tags',
  'image',
  'pseudonyms',
  'actions',
  'corrections',
  'embargo',
  'status',
  'language',
  'aliases',
  'slug',
  'replies',
  'titel',
  '__proto__',
  'constructor',
  'src',
  'alt',
  'kind',
  'text',
  'url',
  'until',
]
const scalar = fc.oneof(
  fc.constantFrom(
    '2026-01-05',
    '2026-01-05T10:00Z',
    'pray',
    'Mali',
    'withheld',
    'draft',
    '../x',
    '/old/',
    'ann-doe',
    'en',
    'https://a.example',
    null,
    true,
    0,
    -1,
    1.5,
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 4 }),
  ),
})).any
const front = fc.oneof(
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 }).map((data) => stringify(data)),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          'a: ',
          '- ',
          '{',
          '}',
          '[',
          ']',
          '&x ',
          '*x ',
          '<<: ',
          '!!js/function ',
          '\n',
          '  ',
          '|',
          '"',
          '---',
          '...',
          '? ',
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
)

describe('any front matter whatever', () => {
  it('is read, or is refused with problems that stand in the file', () => {
    const compiler = new Compiler(outlet, createMemoryCache(), pipeline)
    fc.assert(
      fc.property(front, (yaml) => {
        const text = `---\n${yaml}\n---\n\nMali (SP) — Text.\n`
        const { document, problems } = compiler.compile({
          folder: 'articles',
          path: 'articles/x.md',
          slug: 'x',
          hash: text,
          displayPath: 'content/articles/x.md',
          bytes: () => Buffer.from(text),
        }) as CompiledFile<Article>
        const lines = text.split(/\r\n|\r|\n/).length
        for (const { start } of problems) expect(start.line).toBeLessThanOrEqual(lines + 1)
        if (document === undefined) expect(problems.length).toBeGreaterThan(0)
        if (problems.every(({ severity }) => severity !== 'error')) expect(document?.front.title).not.toBe('')
      }),
      { numRuns: 3000 },
    )
  })
})
