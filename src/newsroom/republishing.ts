import * as z from 'zod'
import { link, text } from './fields.ts'

/** The key `republish` of an article. */
export const articleRepublishSchema = () =>
  z.boolean().default(true).describe('`false` where others may not take the story over.')

/** The key `republish` of an outlet: the terms for republishing its articles. */
export const outletRepublishSchema = () =>
  z
    .strictObject({
      terms: text().describe('On what terms others may take a story over, in a few sentences.'),
      license: link().optional().describe('Where the terms stand in full.'),
    })
    .optional()
    .describe('Stories that others may take over, at `/republish/<slug>/`; no such pages without it.')

/** True if others may republish an article: the outlet has terms, and the article does not forbid it. */
export function canRepublish(outlet: { republish?: object | undefined }, article: { republish: boolean }): boolean {
  return outlet.republish !== undefined && article.republish
}
