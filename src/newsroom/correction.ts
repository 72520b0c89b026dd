import { z } from 'zod'
import { day, text } from './fields.ts'

const kinds = ['correction', 'clarification', 'update'] as const
export type CorrectionKind = (typeof kinds)[number]

/** What was wrong and is right now, said in public. */
export const correction = () =>
  z.strictObject({
    date: day().describe('The day it was made.'),
    kind: z.enum(kinds).describe('`correction` of an error, `clarification`, or `update`.'),
    text: text().describe('What was wrong and what is right.'),
  })
