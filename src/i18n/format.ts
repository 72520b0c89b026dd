import type { Moment } from '../newsroom/moment.ts'
import { strings } from './strings.ts'

/** A time as pages show it: for machines in `iso`, for readers in `text`. */
export interface FormattedTime {
  iso: string
  text: string
}

interface LocaleSettings {
  language: string
  timeZone: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let found = formats.get(key)
  if (found === undefined) {
    found = new Intl.DateTimeFormat(language, { calendar: 'gregory', ...options })
    formats.set(key, found)
  }
  return found
}

/** A day in words: 2012-12-03 is “December 3, 2012”. */
export function formatDay(day: string, language: string): string {
  const key = `${language} ${day}`
  let text = days.get(key)
  if (text === undefined) {
    text = format(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`))
    days.set(key, text)
  }
  return text
}

const days = new Map<string, string>()

/** A month in words: 2012-12 is “December 2012”. */
export function formatMonth(month: string, language: string): string {
  return format(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${month}-15T12:00:00Z`),
  )
}

/** An instant in words, with the hour and the zone. */
export function formatInstant(instant: number, { language, timeZone }: LocaleSettings): string {
  return format(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
    .format(instant)
    .replace(/\u202f/g, '\u00a0')
}

/** A time of publication: readers see the day; machines see the hour where the writer gave one. */
export function formatTime({ day, instant, exact }: Moment, language: string): FormattedTime {
  return { iso: exact ? new Date(instant).toISOString().replace('.000Z', 'Z') : day, text: formatDay(day, language) }
}

/** A number with the separators of the language. */
export function formatNumber(value: number, language: string): string {
  return numbersIn(language).format(value)
}

/** How many stories, in words. */
export function formatStoryCount(count: number, language: string): string {
  const plural = pluralsIn(language).select(count)
  return strings(language).stories(formatNumber(count, language), plural)
}

/** The parts of such a row. */
export function listParts(
  names: readonly string[],
  language: string,
): { type: 'element' | 'literal'; value: string }[] {
  return listsIn(language).formatToParts(names)
}

/** Names in a row as the language lists them: “A, B, and C”. */
export const formatList = (names: readonly string[], language: string) => listsIn(language).format(names)

/** Names in a row for a label, without “and”: “Mali, France”. */
export const joinLabels = (names: readonly string[], language: string) => rowsIn(language).format(names)

/** Making one of these takes far longer than using it. */
const perLanguage = <Format>(make: (language: string) => Format) => {
  const made = new Map<string, Format>()
  return (language: string): Format => {
    const format = made.get(language) ?? make(language)
    made.set(language, format)
    return format
  }
}
const numbersIn = perLanguage((language) => new Intl.NumberFormat(language))
const pluralsIn = perLanguage((language) => new Intl.PluralRules(language))
const rowsIn = perLanguage((language) => new Intl.ListFormat(language, { type: 'unit', style: 'short' }))
const listsIn = perLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }))

/** A language by its own name, as a reader of it knows it: `es` is “español”. */
export function languageName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
}
