import * as z from 'zod'
import { noAddressInName, unknownCountry } from '../problems/catalogue/terms.ts'
import { action } from './action.ts'
import { answers } from './answered-prayer.ts'
import { broadcast } from './broadcast.ts'
import { byline } from './byline.ts'
import { correction } from './correction.ts'
import { countrySlug, findCountry, guessCountries } from './country.ts'
import { dateline } from './dateline.ts'
import { embargo } from './embargo.ts'
import { id, language, list, moment, oldAddress, reject, text } from './fields.ts'
import { dayInZone, type Moment, startOfDay } from './moment.ts'
import type { Outlet } from './outlet.ts'
import { photo } from './photo.ts'
import { pseudonyms } from './pseudonym.ts'
import { republish } from './republishing.ts'
import { isSlug, slugify } from './slug.ts'
import type { Taxonomy, TermReference } from './taxonomy.ts'
import { translationOf } from './translation.ts'

/** A story, as its front matter describes it. */
export type Article = Omit<z.output<ReturnType<typeof articleSchema>>, FieldOfTerms> & {
  /** The story's terms, by the key of the taxonomy. */
  terms: Record<string, TermReference[]>
}

type FieldOfTerms = 'authors' | 'countries' | 'partners' | 'tags'

/** What the press needs to know of an outlet to read a story. */
export type ArticleContext = Pick<Outlet, 'agency' | 'timeZone' | 'taxonomies'>

const descriptions: Record<string, string> = {
  authors: 'Who wrote it: the names of files in people/, without `.md`.',
  countries: 'Where it happens: ISO codes or English names, like `ML` or `Mali`.',
  partners: 'The ministries it is about: the names of files in partners/, without `.md`.',
  tags: 'What it is about: one to four words or short phrases.',
}

const termsOf = (taxonomy: Taxonomy) => {
  // Tens of thousands of stories are filed under a few hundred words.
  const known = new Map<string, TermReference>()
  const term = text().transform((word, context): TermReference => {
    const term = known.get(word) ?? termOf(word, taxonomy)
    if (term !== undefined) {
      known.set(word, term)
      return term
    }
    const isCountry = taxonomy.values === 'country'
    return reject(context, isCountry ? unknownCountry(word, guessCountries(word)) : noAddressInName(word))
  })
  return list(term)
    .transform((terms) => terms.filter((term, index) => terms.findIndex((other) => other.id === term.id) === index))
    .describe(descriptions[taxonomy.field] ?? `The story’s ${taxonomy.labels.many}.`)
}

/**
 * The term that a word names; undefined where it can be none. A word that is no id keeps the one that it would be, for the check of
 * the whole site, which knows the files.
 */
function termOf(word: string, { values }: Taxonomy): TermReference | undefined {
  if (values === 'country') {
    const country = findCountry(word)
    return country === undefined ? undefined : { id: countrySlug(country), word: country }
  }
  const id = values === 'id' && isSlug(word) ? word : slugify(word)
  return isSlug(id) ? { id, word } : undefined
}

/** What the front matter of a story may hold. */
export function articleSchema({ agency, timeZone, taxonomies }: ArticleContext) {
  return z.strictObject({
    title: text().describe('The headline.'),
    date: moment(timeZone).describe(
      'The day of publication, like `2026-11-30`, or a time with its zone, like `2026-11-30T09:00-06:00`.',
    ),
    updated: moment(timeZone).optional().describe('When the text last changed in a way that readers should know.'),
    byline: byline().optional(),
    dateline: dateline(agency).optional(),
    summary: text()
      .optional()
      .describe('One sentence for lists, feeds and search engines; the beginning of the text otherwise.'),
    image: photo().optional().describe('The lead picture.'),
    audio: broadcast().optional().describe('The story as it was on the air.'),
    pronounce: z
      .record(z.string(), text())
      .default({})
      .describe('How names are said, for the script: `{Ouagadougou: "wah-gah-DOO-goo"}`.'),
    republish: republish(),
    pseudonyms: pseudonyms(),
    actions: list(action()).describe('What readers can do; the same as `:::pray` and its kin in the text.'),
    answers: answers(),
    corrections: list(correction()).describe('What was corrected, each with its date; only ever added to.'),
    embargo: embargo().optional(),
    status: z
      .enum(['draft', 'published', 'withdrawn'])
      .default('published')
      .describe('`draft` before, `withdrawn` when it must be gone; `published` otherwise.'),
    replies: z.enum(['open', 'closed']).optional().describe('`closed` where readers should not reply.'),
    language: language().optional().describe('The language of the text, if it is not the site’s.'),
    translationOf: translationOf(),
    aliases: list(oldAddress()).describe('Addresses that the story had before; readers are sent on.'),
    slug: id().optional().describe('The last part of the address, if it is not the file’s name.'),
    ...(Object.fromEntries(taxonomies.map((taxonomy) => [taxonomy.field, termsOf(taxonomy)])) as Record<
      FieldOfTerms,
      ReturnType<typeof termsOf>
    >),
  })
}

/** The first day on which a story can be seen: the day of its date, or of its embargo where that is later. */
export function firstDay({ date, embargo }: Pick<Article, 'date' | 'embargo'>, timeZone: string): string {
  return embargo === undefined || embargo <= date.instant ? date.day : dayInZone(embargo, timeZone)
}

/** When a story last changed in a way that readers should know: its `updated`, or its last correction. */
export function lastChange(
  { updated, corrections }: Pick<Article, 'updated' | 'corrections'>,
  timeZone: string,
): Moment | undefined {
  const last = corrections.at(-1)?.date
  if (last === undefined || (updated !== undefined && updated.day >= last)) return updated
  return { day: last, instant: startOfDay(last, timeZone), exact: false }
}

/** Gathers a story's terms under the keys of their taxonomies; a withheld byline has no people. */
export function toArticle(front: z.output<ReturnType<typeof articleSchema>>, taxonomies: readonly Taxonomy[]): Article {
  const fields = { ...front } as unknown as Record<string, TermReference[] | undefined>
  const terms: Record<string, TermReference[]> = {}
  for (const { key, field } of taxonomies) {
    terms[key] = field === 'authors' && front.byline === 'withheld' ? [] : (fields[field] ?? [])
    delete fields[field]
  }
  return { ...(fields as unknown as Omit<Article, 'terms'>), terms }
}
