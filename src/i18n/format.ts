import { findStrings } from './find-strings.ts'

/** A time in two forms: `iso` for machines, `text` for readers. */
export interface FormattedTime {
  iso: string
  text: string
}

/** A day in words: 2012-12-03 is “December 3, 2012”. */
export function formatDay(day: string, language: string): string {
  const key = `${language} ${day}`
  let text = formattedDays.get(key)
  if (text === undefined) {
    text = dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(`${day}T12:00:00Z`))
    formattedDays.set(key, text)
  }
  return text
}

const formattedDays = new Map<string, string>()

/** A month in words: 2012-12 is “December 2012”. */
export function formatMonth(month: string, language: string): string {
  const format = dateFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  return format.format(Date.parse(`${month}-15T12:00:00Z`))
}

/** An instant in words, with its hour and time zone. */
export function formatInstant(instant: number, { language, timeZone }: { language: string; timeZone: string }): string {
  const format = dateFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  })
  return format.format(instant).replace(/\u202f/g, '\u00a0')
}

/**
 * A time of publication. Readers see the day; machines see the hour if the writer gave one.
 *
 * @param moment.exact true if the writer gave an hour
 */
export function formatTime(
  { day, instant, exact }: { day: string; instant: number; exact: boolean },
  language: string,
): FormattedTime {
  return { iso: exact ? new Date(instant).toISOString().replace('.000Z', 'Z') : day, text: formatDay(day, language) }
}

/** A number with the separators of a language. */
export function formatNumber(value: number, language: string): string {
  return numberFormat(language).format(value)
}

/** A number of stories in words: “12 stories”. */
export function formatStoryCount(count: number, language: string): string {
  return findStrings(language).stories(formatNumber(count, language), pluralRules(language).select(count))
}

/** Names in a list: “A, B, and C”. */
export const formatList = (names: readonly string[], language: string): string => conjunction(language).format(names)

/** The names of a list and the words between them, in order. */
export function formatListToParts(
  names: readonly string[],
  language: string,
): { type: 'element' | 'literal'; value: string }[] {
  return conjunction(language).formatToParts(names)
}

/** Names in a label, without “and”: “Mali, France”. */
export const joinLabels = (names: readonly string[], language: string): string => unitList(language).format(names)

/** The name of a language in itself: `es` is “español”. */
export function languageName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
}

/** Creates a format once for each language: creating one takes far longer than using it. */
function oncePerLanguage<Format>(create: (language: string) => Format): (language: string) => Format {
  const formats = new Map<string, Format>()
  return (language) => {
    const format = formats.get(language) ?? create(language)
    formats.set(language, format)
    return format
  }
}

const numberFormat = oncePerLanguage((language) => new Intl.NumberFormat(language))
const pluralRules = oncePerLanguage((language) => new Intl.PluralRules(language))
const unitList = oncePerLanguage((language) => new Intl.ListFormat(language, { type: 'unit', style: 'short' }))
const conjunction = oncePerLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }))

const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  let format = dateFormats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { calendar: 'gregory', ...options })
    dateFormats.set(key, format)
  }
  return format
}
