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
 * True while an action is open: until its last day, or without one for some days after its article.
 *
 * @param published the day of its article
 * @param days the number of days that an action without a last day stays open
 */
export function isOpen(action: Pick<Action, 'until'>, published: string, today: string, days: number): boolean {
  return today <= (action.until ?? addDays(published, days))
}

export const actionSchema = () =>
  z.strictObject({
    kind: z.enum(actionKinds).describe('What is asked: `pray`, `give`, `go` or `advocate`.'),
    text: text().describe('The request, in a sentence or two.'),
    url: link().optional().describe('Where a reader can do it.'),
    until: day().optional().describe('The last day it can be done; after it the text stays and the link goes.'),
  })
