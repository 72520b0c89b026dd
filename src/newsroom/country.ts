import { closestMatch } from '../problems/closest-match.ts'
import type { Suggestion } from '../problems/suggestion.ts'
import { countryNames } from './country-names.ts'
import { slugify } from './slug.ts'
import { splitProseList } from './split-prose-list.ts'

/** An ISO 3166-1 alpha-2 code, such as `ML`. */
export type CountryCode = keyof typeof countryNames

/** Names that newsrooms use besides those in country-names.ts, as slugs. */
const aliases: Record<string, CountryCode> = {
  america: 'US',
  britain: 'GB',
  burma: 'MM',
  'cape-verde': 'CV',
  'congo-brazzaville': 'CG',
  'congo-kinshasa': 'CD',
  czechia: 'CZ',
  'dr-congo': 'CD',
  drc: 'CD',
  'east-timor': 'TL',
  england: 'GB',
  'great-britain': 'GB',
  holland: 'NL',
  'ivory-coast': 'CI',
  macedonia: 'MK',
  'myanmar-burma': 'MM',
  palestine: 'PS',
  'republic-of-korea': 'KR',
  'russian-federation': 'RU',
  scotland: 'GB',
  swaziland: 'SZ',
  'the-gambia': 'GM',
  'the-netherlands': 'NL',
  'the-philippines': 'PH',
  turkiye: 'TR',
  'u-a-e': 'AE',
  'u-k': 'GB',
  'u-s': 'US',
  'u-s-a': 'US',
  uae: 'AE',
  uk: 'GB',
  'united-states-of-america': 'US',
  usa: 'US',
  vatican: 'VA',
  'viet-nam': 'VN',
  wales: 'GB',
}

const codes = Object.keys(countryNames) as CountryCode[]
const codeBySlug = new Map<string, CountryCode>([
  ...codes.map((code) => [slugify(countryNames[code]), code] as const),
  ...Object.entries(aliases),
])

/**
 * Finds a country by an ISO code in capitals, an English name or an alias such as USA; undefined if it is none of them.
 */
export function findCountry(text: string): CountryCode | undefined {
  const word = text.trim()
  return (
    codes.find((code) => code === word) ??
    codeBySlug.get(slugify(word.replace(/[.’']/g, ''))) ??
    codeBySlug.get(slugify(word))
  )
}

/** Returns the slug of a country in addresses: `mali` for `ML`. */
export function countrySlug(code: CountryCode): string {
  return slugify(countryNames[code])
}

/** Returns the country of a slug. */
export function countryFromSlug(slug: string): CountryCode | undefined {
  return codeBySlug.get(slug)
}

/** Returns the name of a country in a language: in English from country-names.ts, in other languages from Intl. */
export function countryName(code: CountryCode, language: string): string {
  if (language === 'en' || language.startsWith('en-')) return countryNames[code]
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? countryNames[code]
}

/**
 * Suggests countries for a word that is none: several if it lists several, those whose names contain it if there are one or two, as for
 * `Congo`, or else the nearest name.
 */
export function guessCountries(word: string): Suggestion {
  const parts = splitProseList(word)
  if (parts.length > 1 && parts.every(findCountry)) return { list: parts }
  const part = `-${slugify(word)}-`
  const names = Object.values(countryNames).filter((name) => `-${slugify(name)}-`.includes(part))
  if (names.length === 1 || names.length === 2) return { oneOf: names }
  const name = closestMatch(word, countryWords)
  return name === undefined ? {} : { oneOf: [name] }
}

/** Every name and code that a writer may use, for suggestions. */
const countryWords: readonly string[] = [...codes, ...Object.values(countryNames)]
