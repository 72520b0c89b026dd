import { findStrings } from '../i18n/find-strings.ts'
import { formatDay, formatList, formatTime } from '../i18n/format.ts'
import { typesetText } from '../i18n/typography.ts'
import type { Article } from '../newsroom/article.ts'

/** The byline and date of an article in one line: `By Ruth and Amos · November 20, 2026`; the date alone without authors. */
export function formatBylineAndDate(authors: readonly string[], date: Article['date'], language: string): string {
  const day = formatTime(date, language).text
  return authors.length === 0 ? day : `${findStrings(language).by} ${formatList(authors, language)} · ${day}`
}

/** A correction in one line: `Correction, November 21, 2026: …`. */
export function formatCorrection(
  { kind, date, text }: Article['corrections'][number],
  language: string,
  ui: string,
): string {
  return `${findStrings(ui).correctionKinds[kind]}, ${formatDay(date, ui)}: ${typesetText(text, language)}`
}
