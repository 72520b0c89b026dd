import * as z from 'zod'
import { embargoWithoutZone } from '../problems/catalogue/dates.ts'
import { reject } from './fields.ts'
import { parseInstant } from './moment.ts'

/** The key `embargo`: the instant before which nobody may see an article, in milliseconds since 1970. It needs a time zone. */
export const embargoSchema = () =>
  z
    .string()
    .transform((value, context): number => parseInstant(value) ?? reject(context, embargoWithoutZone(value)))
    .describe('Not before this time, with its zone, like `2026-11-30T09:00+00:00`.')
