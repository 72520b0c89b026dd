import type { Content } from '../compile/compile-content.ts'
import { type Action, isOver } from '../newsroom/action.ts'
import { addDays, isDay, startOfDay } from '../newsroom/moment.ts'
import { copyrightYear } from './copyright-year.ts'
import { findOpenActions } from './open-actions.ts'
import { articlePublication } from './publication.ts'
import type { Site } from './site.ts'

/**
 * Finds the next instant at which the site changes without a change of the content: an article appears, an action ends
 * or is near its end, or a year begins whose number pages show.
 *
 * @param site the site as readers see it
 * @returns milliseconds since 1970; undefined if nothing will change by itself
 */
export function findNextChange(content: Content, site: Site): number | undefined {
  const instants = content.articles.flatMap(({ document }) => {
    const publication = document && articlePublication(document.front, site.now)
    return publication?.state === 'embargoed' ? publication.until : []
  })
  let nextDay: string | undefined
  for (const day of daysOfChange(site)) {
    // The last days of the year 9999 have no day after them.
    if (day > site.today && isDay(day) && (nextDay === undefined || day < nextDay)) nextDay = day
  }
  if (nextDay !== undefined) instants.push(startOfDay(nextDay, site.outlet.timeZone))
  return instants.length === 0 ? undefined : instants.reduce((first, instant) => Math.min(first, instant))
}

/** Lists the days on which something of a site changes, past ones among them, as YYYY-MM-DD. */
function* daysOfChange(site: Site): Generator<string> {
  const { articles, pages, taxonomies, today } = site
  for (const { front, body } of articles) {
    yield* daysAfterEnds(front.actions, today)
    yield* daysAfterEnds(body.actions, today)
  }
  for (const { body } of pages) yield* daysAfterEnds(body.actions, today)
  for (const { terms } of taxonomies) {
    for (const { file } of terms) if (file !== undefined) yield* daysAfterEnds(file.body.actions, today)
  }
  for (const { lastDay, soonFrom } of findOpenActions(site)) {
    yield addDays(lastDay, 1)
    if (soonFrom !== undefined) yield soonFrom
  }
  const newYear = `${Number(today.slice(0, 4)) + 1}-01-01`
  if (copyrightYear({ articles, today: newYear }) !== copyrightYear(site)) yield newYear
}

/** Lists the day after each last day that is not past. */
function* daysAfterEnds(actions: readonly Action[], today: string): Generator<string> {
  for (const action of actions) {
    if (action.until !== undefined && !isOver(action, today)) yield addDays(action.until, 1)
  }
}
