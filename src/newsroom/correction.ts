import * as z from 'zod'
import { day, text } from './fields.ts'
import { keyDetails } from './key-details.ts'

const correctionKinds = ['correction', 'clarification', 'update'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** True if readers must see a correction before the text. */
export function isImportant({ kind, important }: { kind: CorrectionKind; important?: boolean | undefined }): boolean {
  return important ?? kind === 'correction'
}

/** A published correction of an article. */
export const correctionSchema = () =>
  z.strictObject({
    date: day().describe('The day it was made.').register(keyDetails, { example: '2026-11-30' }),
    kind: z.enum(correctionKinds).describe('`correction` of an error, `clarification`, or `update`.'),
    text: text().describe('What was wrong and what is right.'),
    important: z
      .boolean()
      .optional()
      .describe(
        'Whether it stands above the text; corrections do, clarifications and updates stand below, unless this says otherwise.',
      ),
  })
