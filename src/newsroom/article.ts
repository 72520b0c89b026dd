import * as z from 'zod'
import { noAddressInName, unknownCountry } from '../problems/catalogue/terms.ts'
import { actionSchema } from './action.ts'
import { answersSchema } from './answered-prayer.ts'
import { broadcastSchema } from './broadcast.ts'
import { bylineSchema } from './byline.ts'
import { correctionSchema } from './correction.ts'
import { countrySlug, findCountry, guessCountries } from './country.ts'
import { datelineSchema } from './dateline.ts'
import { embargoSchema } from './embargo.ts'
import { id, language, list, moment, oldAddress, reject, text } from './fields.ts'
import { keyDetails } from './key-details.ts'
import { dayInZone, type Moment, startOfDay } from './moment.ts'
import { photoSchema } from './photo.ts'
import { pseudonymsSchema } from './pseudonym.ts'
import { articleRepublishSchema } from './republishing.ts'
import { isSlug, slugify } from './slug.ts'
import type { Taxonomy, TermReference } from './taxonomy.ts'
import { translationOfSchema } from './translation.ts'

/** An article, as its front matter describes it. */
export type Article = Omit<z.output<ReturnType<typeof articleSchema>>, TermKey> & {
  /** Its terms, by the key of the taxonomy. */
  terms: Record<string, TermReference[]>
}

type TermKey = 'authors' | 'countries' | 'partners' | 'tags'

/** The facts about an outlet that the front matter of its articles depends on. */
export interface ArticleContext {
  agency: string
  timeZone: string
  taxonomies: readonly Taxonomy[]
}

/** The keys of the built-in taxonomies, as docs and templates describe them. */
const termKeys: Readonly<Record<string, { description: string; example?: string }>> = {
  authors: { description: 'Who wrote it: the names of files in people/, without `.md`.' },
  countries: { description: 'Where it happens: ISO codes or English names, like `ML` or `Mali`.', example: '[ML]' },
  partners: {
    description: 'The ministries it is about: the names of files in partners/, without `.md`.',
    example: '[id-of-a-partner]',
  },
  tags: {
    description: 'What it is about: one to four words or short phrases.',
    example: '[Clean Water, Refugees]',
  },
}

/** The schema of a key that holds terms; a term that is given twice counts once. */
function termList(taxonomy: Taxonomy) {
  // Tens of thousands of articles are filed under a few hundred words.
  const references = new Map<string, TermReference>()
  const term = text().transform((word, context): TermReference => {
    const reference = references.get(word) ?? parseTerm(word, taxonomy)
    if (reference !== undefined) {
      references.set(word, reference)
      return reference
    }
    const isCountry = taxonomy.values === 'country'
    return reject(context, isCountry ? unknownCountry(word, guessCountries(word)) : noAddressInName(word))
  })
  const { description, example } = termKeys[taxonomy.field] ?? { description: `The story’s ${taxonomy.labels.many}.` }
  const terms = list(term)
    .transform((terms) => terms.filter((term, index) => terms.findIndex((other) => other.id === term.id) === index))
    .describe(description)
  return example === undefined ? terms : terms.register(keyDetails, { example })
}

/**
 * Returns the term that a word names; undefined if it cannot be one. A word that is not an id gets the id that it would have: the
 * check of the whole site, which knows the files, decides.
 */
function parseTerm(word: string, { values }: Taxonomy): TermReference | undefined {
  if (values === 'country') {
    const country = findCountry(word)
    return country === undefined ? undefined : { id: countrySlug(country), word: country }
  }
  const id = values === 'id' && isSlug(word) ? word : slugify(word)
  return isSlug(id) ? { id, word } : undefined
}

/**
 * Creates the schema of an article's front matter. This is the one place where a key is declared: the cache, the editor schema, the
 * docs and `lampstand new` derive theirs from it.
 */
export function articleSchema({ agency, timeZone, taxonomies }: ArticleContext) {
  return z.strictObject({
    title: text()
      .describe('The headline.')
      .register(keyDetails, { example: 'Headline of the story', fallback: 'Untitled', onDemand: true }),
    date: moment(timeZone)
      .describe('The day of publication, like `2026-11-30`, or a time with its zone, like `2026-11-30T09:00-06:00`.')
      .register(keyDetails, { example: '2026-11-30', fallback: '1970-01-01' }),
    updated: moment(timeZone)
      .optional()
      .describe('When the text last changed in a way that readers should know.')
      .register(keyDetails, { example: '2026-11-30' }),
    byline: bylineSchema().optional(),
    dateline: datelineSchema(agency).optional().register(keyDetails, { example: 'Bamako, Mali', onDemand: true }),
    summary: text()
      .optional()
      .describe('One sentence for lists, feeds and search engines; the beginning of the text otherwise.')
      .register(keyDetails, { example: 'What happened, and why it matters, in one sentence.', onDemand: true }),
    image: photoSchema().optional().describe('The lead picture.').register(keyDetails, {
      example: '{src: photo.jpg, alt: "What it shows", caption: "The line below it.", credit: "Who made it"}',
    }),
    audio: broadcastSchema()
      .optional()
      .describe('The story as it was on the air.')
      .register(keyDetails, { example: '{src: newscast.mp3, kind: newscast, transcript: story}' }),
    pronounce: z
      .record(z.string(), text())
      .default({})
      .describe('How names are said, for the script: `{Ouagadougou: "wah-gah-DOO-goo"}`.')
      .register(keyDetails, { example: '{Ouagadougou: wah-gah-DOO-goo}', onDemand: true }),
    republish: articleRepublishSchema().register(keyDetails, { example: 'false' }),
    pseudonyms: pseudonymsSchema().register(keyDetails, { example: '[Samira, Youssef]' }),
    actions: list(actionSchema())
      .describe('What readers can do; the same as `:::pray` and its kin in the text.')
      .register(keyDetails, { example: '[{kind: pray, text: "Pray for …", until: 2026-12-31}]' }),
    answers: answersSchema().register(keyDetails, { example: '[slug-of-a-story]' }),
    corrections: list(correctionSchema())
      .describe('What was corrected, each with its date; only ever added to.')
      .register(keyDetails, {
        example: (today) => `[{date: ${today}, kind: correction, text: "What was wrong, and what is right."}]`,
      }),
    embargo: embargoSchema().optional().register(keyDetails, { example: '2026-11-30T09:00-06:00' }),
    status: z
      .enum(['draft', 'published', 'withdrawn'])
      .default('published')
      .describe('`draft` before, `withdrawn` when it must be gone; `published` otherwise.'),
    replies: z
      .enum(['open', 'closed'])
      .optional()
      .describe('`closed` where readers should not reply.')
      .register(keyDetails, { example: 'closed' }),
    language: language()
      .optional()
      .describe('The language of the text, if it is not the site’s.')
      .register(keyDetails, { example: 'fr' }),
    translationOf: translationOfSchema().register(keyDetails, { example: 'slug-of-the-original' }),
    aliases: list(oldAddress())
      .describe('Addresses that the story had before; readers are sent on.')
      .register(keyDetails, { example: '[/2014/05/old-address/]' }),
    slug: id()
      .optional()
      .describe('The last part of the address, if it is not the file’s name.')
      .register(keyDetails, { example: 'another-last-part-of-the-address' }),
    ...(Object.fromEntries(taxonomies.map((taxonomy) => [taxonomy.field, termList(taxonomy)])) as Record<
      TermKey,
      ReturnType<typeof termList>
    >),
  })
}

/** Returns the first day on which readers can see an article: the day of its date, or of its embargo if that is later. */
export function firstDay({ date, embargo }: Pick<Article, 'date' | 'embargo'>, timeZone: string): string {
  return embargo === undefined || embargo <= date.instant ? date.day : dayInZone(embargo, timeZone)
}

/** Returns when an article last changed in a way that readers should know: its `updated` or its last correction. */
export function lastChange(
  { updated, corrections }: Pick<Article, 'updated' | 'corrections'>,
  timeZone: string,
): Moment | undefined {
  const last = corrections.at(-1)?.date
  if (last === undefined || (updated !== undefined && updated.day >= last)) return updated
  return { day: last, instant: startOfDay(last, timeZone), exact: false }
}

/** Turns parsed front matter into an article: its terms move below the keys of their taxonomies. A withheld byline has no people. */
export function toArticle(front: z.output<ReturnType<typeof articleSchema>>, taxonomies: readonly Taxonomy[]): Article {
  const fields = { ...front } as unknown as Record<string, TermReference[] | undefined>
  const terms: Record<string, TermReference[]> = {}
  for (const { key, field } of taxonomies) {
    terms[key] = field === 'authors' && front.byline === 'withheld' ? [] : (fields[field] ?? [])
    delete fields[field]
  }
  return { ...(fields as unknown as Omit<Article, 'terms'>), terms }
}
