import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'

export const dateWithoutSense = defineProblem({
  name: 'date-without-sense',
  severity: 'error',
  why: 'Stories are ordered, filed and embargoed by their dates.',
  message: (value: string) => `Unexpected date ${quote(value)}, expected a day or a time with a zone`,
  fix: (_value: string, suggestion: string | undefined) =>
    suggestion === undefined
      ? 'Write a day that exists, like 2026-11-30, or a time with a zone, like 2026-11-30T09:00-06:00.'
      : `Write ${quote(suggestion)}.`,
})

export const dateWithoutZone = defineProblem({
  name: 'date-without-zone',
  severity: 'error',
  why: 'A time of day means another moment in every time zone.',
  message: (value: string) => `Unexpected time ${quote(value)} without a zone, expected a day or a time with a zone`,
  fix: (value: string) => `Write the day alone, or add the zone: ${value.replace(' ', 'T')}+00:00 is UTC.`,
})

export const embargoWithoutZone = defineProblem({
  name: 'embargo-without-zone',
  severity: 'error',
  why: 'An embargo needs a time zone: nine o’clock differs between Bamako and Manila.',
  message: (value: string) => `Unexpected embargo ${quote(value)}, expected a time with a zone`,
  fix: 'Write it like 2026-11-30T09:00+00:00.',
})

export const updatedBeforeDate = defineProblem({
  name: 'updated-before-date',
  severity: 'error',
  why: 'Readers and feeds sort by these two.',
  message: (updated: string, date: string) =>
    `Unexpected update ${quote(updated)} before the story’s date ${quote(date)}`,
  fix: 'Correct one of the two, or take `updated` away.',
})

export const actionOverAtPublication = defineProblem({
  name: 'action-over-at-publication',
  severity: 'warning',
  why: 'A request whose last day was past when its story appeared was never asked of anybody; most often the year is mistyped.',
  message: (until: string, date: string) =>
    `Unexpected last day ${quote(until)} of an action before its story of ${quote(date)}, expected it on that day or later`,
  fix: 'Mend `until`, or leave it out.',
})
