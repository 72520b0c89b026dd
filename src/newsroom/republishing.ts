import * as z from 'zod'
import { link, text } from './fields.ts'

/** The key `republish` of a story. */
export const republishSchema = () =>
  z.boolean().default(true).describe('`false` where others may not take the story over.')

/** The key `republish` of the outlet: on what terms its stories may be taken over. */
export const republishingSchema = () =>
  z
    .strictObject({
      terms: text().describe('On what terms others may take a story over, in a few sentences.'),
      license: link().optional().describe('Where the terms stand in full.'),
    })
    .optional()
    .describe('Stories that others may take over, at `/republish/<slug>/`; no such pages without it.')

/** Whether others may take a story over: where the outlet has terms, and the story does not say otherwise. */
export function canRepublish(outlet: { republish?: object | undefined }, story: { republish: boolean }): boolean {
  return outlet.republish !== undefined && story.republish
}
