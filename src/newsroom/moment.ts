/**
 * A time of publication.
 *
 * A writer gives a day (`2026-11-30`), which is a day in the outlet's time zone and begins at its midnight, or an
 * instant with a zone (`2026-11-30T09:00-06:00`).
 */
export interface Moment {
  /** The calendar day in the outlet's time zone, as YYYY-MM-DD. */
  day: string
  /** Milliseconds since 1970 in UTC. */
  instant: number
  /** True if the writer gave a time of day. */
  exact: boolean
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,3})?)?\s?(Z|z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/
const zonelessPattern = /^\d{4}-\d{2}-\d{2}[Tt ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/** True for a calendar day that exists, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const [, year, month, date] = dayPattern.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || date === undefined || year < 1000) return false
  const utc = new Date(Date.UTC(year, month - 1, date))
  return utc.getUTCMonth() === month - 1 && utc.getUTCDate() === date
}

/** Returns the most likely day for a text such as `20261130` or `2026/11/3`; undefined if there is none. */
export function guessDay(text: string): string | undefined {
  const [, year, month, date] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? []
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

/** Adds a number of days, which may be negative, to a day. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** True for a day and time without a zone, which is a different moment for every reader. */
export function isZoneless(text: string): boolean {
  return zonelessPattern.test(text)
}

/** Parses an instant with a zone into milliseconds since 1970; undefined for anything else, such as a day that does not exist. */
export function parseInstant(text: string): number | undefined {
  const [, day, hour, minute, second, zone] = instantPattern.exec(text.trim()) ?? []
  if (day === undefined || zone === undefined || !isDay(day)) return undefined
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone
  return Date.parse(`${day}T${hour}:${minute}:${second ?? '00'}${offset}`)
}

/** Parses a day, or an instant with a zone; undefined for anything else. */
export function parseMoment(text: string, timeZone: string): Moment | undefined {
  const value = text.trim()
  if (isDay(value)) return { day: value, instant: startOfDay(value, timeZone), exact: false }
  const instant = parseInstant(value)
  if (instant === undefined) return undefined
  return { day: dayInZone(instant, timeZone), instant, exact: true }
}

/** Returns the calendar day of an instant in a time zone, as YYYY-MM-DD. */
export function dayInZone(instant: number, timeZone: string): string {
  return wallClock(instant, timeZone).slice(0, 10)
}

/**
 * Returns the first instant of a day in a time zone: the first midnight if clocks go back over it, and the end of the gap if they skip it.
 */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const before = midnight - offsetAt(midnight - dayLength, timeZone)
  const after = midnight - offsetAt(midnight + dayLength, timeZone)
  if (before === after) return before
  // Clocks change about this day: it begins at one of the two, or between them.
  const isReached = (instant: number) => dayInZone(instant, timeZone) >= day
  let end = Math.max(before, after)
  let start = Math.min(before, after)
  if (isReached(start) && !isReached(start - 1000)) return start
  if (!isReached(end)) return end
  while (end - start > 1000) {
    const middle = start + Math.floor((end - start) / 2000) * 1000
    if (isReached(middle)) end = middle
    else start = middle
  }
  return end
}

const dayLength = 86_400_000

/** Returns how far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(`${wallClock(instant, timeZone)}Z`) - Math.floor(instant / 1000) * 1000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** @throws RangeError for a time zone that this machine does not know */
function zoneClock(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone)
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    clocks.set(timeZone, clock)
  }
  return clock
}

/** Returns the local time of an instant in a time zone, like 2026-11-30T06:00:00. */
function wallClock(instant: number, timeZone: string): string {
  // 11/30/2026, 06:00:00; formatToParts takes four times as long.
  const [, month, day, year, time] = /^(\d+)\/(\d+)\/(\d+), ([\d:]+)$/.exec(zoneClock(timeZone).format(instant)) ?? []
  return `${year?.padStart(4, '0')}-${month}-${day}T${time}`
}

/** True if this machine knows a time zone by its IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    zoneClock(name)
    return true
  } catch {
    return false
  }
}
