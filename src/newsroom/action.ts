import { z } from 'zod'
import { day, link, text } from './fields.ts'

export const actionKinds = ['pray', 'give', 'go', 'advocate'] as const
export type ActionKind = (typeof actionKinds)[number]

/** What a reader can do. */
export interface Action {
  kind: ActionKind
  text: string
  url?: string | undefined
  /** The last day, in the outlet's time zone, as YYYY-MM-DD. */
  until?: string | undefined
}

export function isActionKind(word: string): word is ActionKind {
  return (actionKinds as readonly string[]).includes(word)
}

/** Whether the last day of an action is past. */
export function isOver(action: { until?: string | undefined }, today: string): boolean {
  return action.until !== undefined && action.until < today
}

export const action = () =>
  z.strictObject({
    kind: z.enum(actionKinds).describe('What is asked: `pray`, `give`, `go` or `advocate`.'),
    text: text().describe('The request, in a sentence or two.'),
    url: link().optional().describe('Where a reader can do it.'),
    until: day().optional().describe('The last day it can be done; after it the text stays and the link goes.'),
  })
