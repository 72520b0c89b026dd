import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { ArticleCodec } from '../../../src/compile/article-codec.ts'
import type { CompileResult } from '../../../src/compile/document.ts'
import { type Article, articleSchema, toArticle } from '../../../src/newsroom/article.ts'
import { keyDetails } from '../../../src/newsroom/key-details.ts'
import { bareOutlet } from '../../../src/newsroom/outlet.ts'

const outlet = bareOutlet()
const schema = articleSchema(outlet)

const resultWith = (front: object): CompileResult<Article> => ({
  problems: [],
  document: {
    front: front as Article,
    body: {
      hash: 'hash',
      words: 3,
      placeholders: [],
      deferredPlaceholders: [],
      anchors: ['notes'],
      excerpt: 'The rains came late.',
      actions: [],
      namesChanged: false,
    },
    fingerprints: { document: 'document', teaser: 'teaser' },
    places: 'title 2:8-2:20',
  },
})

/** Encodes an article, writes its entry as JSON, and decodes what is read again. */
function roundTrip(codec: ArticleCodec, front: object): Record<string, unknown> {
  const entry = codec.encode(resultWith(front))
  const [first, rest] = JSON.parse(JSON.stringify([entry.first, entry.rest()])) as [unknown, object]
  const { document } = codec.decode({ first, rest: () => rest })
  expect(document).toMatchObject({ ...resultWith({}).document, front: {} })
  return document?.front as unknown as Record<string, unknown>
}

const word = fc.stringMatching(/^[A-Za-z][a-z]{0,8}$/)
const day = fc
  .date({ min: new Date('1970-01-02'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const keyValues = {
  title: word,
  date: fc.oneof(
    day,
    day.map((day) => `${day}T09:00Z`),
  ),
  updated: day,
  byline: fc.constant('withheld'),
  authors: fc.array(fc.constantFrom('ann-doe', 'Ben Roe'), { maxLength: 2 }),
  dateline: fc.oneof(word, fc.record({ place: word, agency: word }, { requiredKeys: ['place'] })),
  summary: word,
  image: fc.record({ src: fc.constant('a.jpg'), alt: word, credit: word }, { requiredKeys: ['src', 'alt'] }),
  audio: fc.record({ src: fc.constant('a.mp3'), duration: fc.constant('4:30') }, { requiredKeys: ['src'] }),
  pronounce: fc.dictionary(word, word, { maxKeys: 3 }),
  republish: fc.boolean(),
  pseudonyms: fc.array(word, { maxLength: 2 }),
  actions: fc.array(
    fc.record({ kind: fc.constantFrom('pray', 'give'), text: word, until: day }, { requiredKeys: ['kind', 'text'] }),
    { maxLength: 2 },
  ),
  answers: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  corrections: fc.array(fc.record({ date: day, kind: fc.constant('update'), text: word }), { maxLength: 2 }),
  embargo: day.map((day) => `${day}T09:00+02:00`),
  status: fc.constantFrom('draft', 'published', 'withdrawn'),
  replies: fc.constantFrom('open', 'closed'),
  language: fc.constantFrom('fr', 'pt-BR'),
  translationOf: fc.constantFrom('a', 'b'),
  aliases: fc.array(fc.constantFrom('/old/', '/2014/older/'), { maxLength: 2 }),
  slug: fc.constantFrom('a', 'b'),
  countries: fc.array(fc.constantFrom('ML', 'Côte d’Ivoire'), { maxLength: 2 }),
  partners: fc.array(fc.constantFrom('wells', 'Good Wells'), { maxLength: 2 }),
  tags: fc.array(fc.constantFrom('Water', 'water', 'Bible Translation'), { maxLength: 3 }),
}
const frontMatter = fc.record(keyValues, { requiredKeys: ['title', 'date'] })

describe('the codec of articles', () => {
  it('has a case for every key of the schema', () => {
    expect(new Set(Object.keys(keyValues))).toEqual(new Set(Object.keys(schema.shape)))
  })

  it('gives back any valid front matter', () => {
    const codec = new ArticleCodec(outlet)
    fc.assert(
      fc.property(frontMatter, (values) => {
        const article = toArticle(schema.parse(values), outlet.taxonomies)
        const decoded = roundTrip(codec, article)
        for (const key of [...Object.keys(schema.shape), 'terms']) {
          expect([key, decoded[key]]).toEqual([key, article[key as keyof Article]])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gives back a key that was only added to the schema', () => {
    const added = schema.extend({
      mood: z.string().optional(),
      lengths: z.array(z.number()).default([1, 2]),
      note: z.string().optional().register(keyDetails, { onDemand: true }),
    })
    const codec = new ArticleCodec(outlet, added)
    const values = { title: 'Rain', date: '2026-11-30' }
    const article = (more: object) => toArticle(added.parse({ ...values, ...more }), outlet.taxonomies)
    expect(roundTrip(codec, article({ mood: 'glad', lengths: [3], note: 'Later.' }))).toMatchObject({
      mood: 'glad',
      lengths: [3],
      note: 'Later.',
    })
    const { mood, lengths, note } = roundTrip(codec, article({}))
    expect([mood, lengths, note]).toEqual([undefined, [1, 2], undefined])
  })

  it('gives every article one shape, whichever keys it has', () => {
    const codec = new ArticleCodec(outlet)
    const keys = ({ title, ...more }: { title: string; status?: string; image?: object }) =>
      Object.keys(roundTrip(codec, toArticle(schema.parse({ title, date: '2026-11-30', ...more }), outlet.taxonomies)))
    expect(keys({ title: 'A', status: 'draft', image: { src: 'a.jpg', alt: 'A' } })).toEqual(keys({ title: 'B' }))
  })
})
