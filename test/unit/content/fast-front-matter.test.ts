import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import matter from 'gray-matter'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { readFastFrontMatter } from '../../../src/content/fast-front-matter.ts'
import { parseYaml, splitFrontMatter } from '../../../src/content/front-matter.ts'
import { root } from '../../helpers/site-fixture.ts'

/** What YAML says a text holds, and where each value stands. */
function asYaml(yaml: string) {
  const file = new VFile()
  const read = parseYaml(file, yaml, 0)
  if (read === undefined) return undefined
  const places = Object.entries(read.data).flatMap(([key, value]) =>
    Array.isArray(value) ? value.map((_, index) => read.place([key, index])) : [read.place([key])],
  )
  return { data: read.data, places }
}

/** The same of everyday front matter; undefined where it is not everyday. */
function asEveryday(yaml: string) {
  const read = readFastFrontMatter(yaml, 0)
  return read && { data: read.data, places: [...read.places.values()] }
}

const stories = readdirSync(join(root, 'test/sites'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(join(root, 'test/sites', path), 'utf8').replaceAll('\r\n', '\n'))
  .map((text) => /^---(\n[\s\S]*?)\n---\n/.exec(text)?.[1] ?? '')

/** Pieces of which front matter is made, in and out of the everyday. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('title', 'tags', 'date', 'a', 'true', 'null', 'Zoë', '2026-11-30', '12', '1.5'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(': ', ':', '\n', '\n', '\n- ', '\n  - ', '[', ']', ', ', ',', '"', "'", ' '),
  },
  fc.constantFrom(
    '#',
    ' #',
    '{',
    '}',
    '\\',
    '&',
    '*',
    '!',
    '|',
    '>',
    '?',
    '%',
    '@',
    '`',
    '~',
    '-',
    '---',
    '\t',
    '\r',
    '\u2028',
    '\ufeff',
    '\u0085',
    '\u00a0',
    '\ud800',
    '😀',
  ),
)
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('title', 'tags', 'date', 'authors'),
      fc.constantFrom(': ', ':', ':  '),
      fc.array(piece, { maxLength: 4 }),
    )
    .map(([key, colon, rest]) => `${key}${colon}${rest.join('')}`),
  fc
    .tuple(
      fc.constantFrom('tags', 'authors'),
      fc.array(fc.constantFrom('"a b"', 'Rain falls', "'c'", '2026-11-30', 'true', 'x: y', 'no'), { maxLength: 3 }),
      fc.constantFrom(', ', ',', ' , '),
    )
    .map(([key, items, comma]) => `${key}: [${items.join(comma)}]`),
  fc.constantFrom('tags:', '- a', '  - Rain', '  - "b"', '- c', '', '# a word to writers', ' '),
  fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
)

describe('everyday front matter', () => {
  it.each(stories.map((yaml) => [/title: (.*)/.exec(yaml)?.[1] ?? '', yaml]))('means what YAML says: %s', (_, yaml) => {
    const read = asEveryday(yaml)
    if (read !== undefined) expect(read).toEqual(asYaml(yaml))
  })

  it.each([
    ['a key with a text', 'title: Rain falls'],
    ['a text in quotes', 'title: "Rain: it falls"'],
    ['a day', 'date: 2026-11-30'],
    ['a list in a line', 'tags: [Rain, "Clean water", \'Prayer\']'],
    ['a list as JSON writes it', 'tags: ["Rain","Prayer"]'],
    ['a list of lines', 'tags:\n  - Rain\n  - Clean water'],
    ['an empty list', 'tags: []'],
    ['words to writers', '# what it is\ntitle: Rain\n\n# when\ndate: 2026-11-30'],
    ['an apostrophe within a word', "title: The river's rain"],
  ])('is %s', (_, yaml) => {
    expect(asEveryday(yaml)).toEqual(asYaml(yaml))
    expect(asEveryday(yaml)).toBeDefined()
  })

  it.each([
    ['a number', 'a: 12'],
    ['a word that YAML takes for something else', 'a: true'],
    ['a text that goes on below', 'title: Rain\n  falls'],
    ['a text that looks like a list below', 'title: Rain\n  - falls'],
    ['a key within a key', 'image:\n  src: a.jpg'],
    ['a word to writers behind a value', 'title: Rain # falls'],
    ['a key that stands twice', 'title: Rain\ntitle: Rain'],
    ['a key that YAML takes for nothing', 'null: Rain'],
    ['a name of the language', 'constructor: Rain'],
    ['a key without a value', 'tags:\ntitle: Rain'],
    ['an escape', 'title: "Rain\\n"'],
  ])('is not %s', (_, yaml) => expect(readFastFrontMatter(yaml, 0)).toBeUndefined())

  it('means what YAML says, whatever it is made of', () => {
    let everyday = 0
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const yaml = lines.join('\n')
        const read = asEveryday(yaml)
        if (read === undefined) return
        everyday++
        expect(read).toEqual(asYaml(yaml))
      }),
      { numRuns: 30_000 },
    )
    expect(everyday).toBeGreaterThan(1000)
  })
})

describe('front matter', () => {
  it('ends where gray-matter says, and each line of the text below stays where it is', () => {
    const pieces = fc.constantFrom('---', '----', '\n', '\n', '\n---', '\n---\n', ' ', '\t', 'a: b', 'Rain', '#', '-')
    let split = 0
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = `---\n${parts.join('')}`
        const found = splitFrontMatter(new VFile(), text)
        if (found === undefined) return
        split++
        const { content } = matter(text, { engines: { yaml: { parse: () => ({}) } } })
        expect(found.body.trimStart()).toBe(content.trimStart())
        expect(found.body.split('\n').length).toBe(text.split('\n').length)
        expect(text.endsWith(content)).toBe(true)
        expect(found.body.endsWith(content)).toBe(true)
      }),
      { numRuns: 5000 },
    )
    expect(split).toBeGreaterThan(1000)
  })

  it('is read to its end, whatever is wrong with it, and every fault has a place in it', () => {
    const pieces = fc.constantFrom(
      ...['\n', '\n', 'a: ', 'b:', '- ', ' ', '  ', '\t', '"', "'", '[', ']', '{', '}', ',', '#', ' #', '|', '>'],
      ...['*b ', '&b ', '!', '!!x ', '<<: ', '? ', '...', '---', '\\', '\\q', 'Rain', '：', '%', '@', '`', '\r\n'],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 16 }), (parts) => {
        const yaml = parts.join('')
        const file = new VFile()
        const read = parseYaml(file, yaml, 0)
        if (read === undefined) expect(file.messages.length, JSON.stringify(yaml)).toBeGreaterThan(0)
        for (const { line } of file.messages) expect(line ?? 1).toBeLessThanOrEqual(yaml.split('\n').length + 1)
      }),
      { numRuns: 20_000, examples: [[['\n', '"']], [['\n', "'", 'a: ']]] },
    )
  })
})
