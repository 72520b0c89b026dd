import * as z from 'zod'
import { day, link, text } from './fields.ts'
import { addDays } from './moment.ts'

export const actionKinds = ['pray', 'give', 'go', 'advocate'] as const
export type ActionKind = (typeof actionKinds)[number]

/** A request to readers. */
export interface Action {
  kind: ActionKind
  text: string
  url?: string | undefined
  /** The last day, in the outlet's time zone, as YYYY-MM-DD. */
  until?: string | undefined
}

/** True if the last day of an action is past. */
export function isOver(action: { until?: string | undefined }, today: string): boolean {
  return action.until !== undefined && action.until < today
}

/**
 * The day after which an action is no longer open: its last day, or without one some days after its article.
 *
 * @param published the day of its article
 * @param days the number of days that an action without a last day stays open
 */
export function lastOpenDay(action: Pick<Action, 'until'>, published: string, days: number): string {
  return action.until ?? addDays(published, days)
}

/** The day from which the last day of an action is near; undefined if it has none. */
export function firstSoonDay(action: Pick<Action, 'until'>, soon: number): string | undefined {
  return action.until === undefined ? undefined : addDays(action.until, -soon)
}

export const actionSchema = () =>
  z.strictObject({
    kind: z.enum(actionKinds).describe('What is asked: `pray`, `give`, `go` or `advocate`.'),
    text: text().describe('The request, in a sentence or two.'),
    url: link().optional().describe('Where a reader can do it.'),
    until: day().optional().describe('The last day it can be done; after it the text stays and the link goes.'),
  })
