import * as z from 'zod'
import { embargoWithoutZone } from '../problems/catalogue/dates.ts'
import { reject } from './fields.ts'
import { parseInstant } from './moment.ts'

/** The key `embargo`: not before this instant, in milliseconds since 1970. A day or an hour without a zone will not do. */
export const embargoSchema = () =>
  z
    .string()
    .transform((value, context): number => parseInstant(value) ?? reject(context, embargoWithoutZone(value)))
    .describe('Not before this time, with its zone, like `2026-11-30T09:00+00:00`.')
