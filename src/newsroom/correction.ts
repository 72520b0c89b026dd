import { z } from 'zod'
import { day, text } from './fields.ts'

export const correctionKinds = ['correction', 'clarification', 'update'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** What was wrong and is right now, said in public. */
export interface Correction {
  /** The day it was made, as YYYY-MM-DD. */
  date: string
  kind: CorrectionKind
  text: string
}

export const correction = () =>
  z.strictObject({
    date: day().describe('The day it was made.'),
    kind: z.enum(correctionKinds).describe('`correction` of an error, `clarification`, or `update`.'),
    text: text().describe('What was wrong and what is right.'),
  })
