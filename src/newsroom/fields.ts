/**
 * Schemas of the values in front matter and site.yml. They report what is wrong with a value as findings of the catalogue.
 *
 * The texts for `describe` address writers: docs/guide/writing.md and the JSON Schema for editors are
 * generated from them.
 */
import * as z from 'zod'
import { dateWithoutSense, dateWithoutZone } from '../problems/catalogue/dates.ts'
import { badLink } from '../problems/catalogue/links.ts'
import { badAddress, badEmail, badId, unknownLanguage } from '../problems/catalogue/values.ts'
import type { Finding } from '../problems/problem.ts'
import { guessLanguage, isLanguage } from './language.ts'
import { isEmail, isWebAddress } from './link.ts'
import { guessDay, isDay, isZoneless, type Moment, parseMoment } from './moment.ts'
import { isSlug, slugify } from './slug.ts'
import { toUrlPath, type UrlPath, urlPathFault } from './url-path.ts'

/** Rejects a value with a finding of the catalogue, from within a transform. */
export function reject(context: z.RefinementCtx, finding: Finding): never {
  context.addIssue({ code: 'custom', message: finding.message, params: { finding } })
  return z.NEVER
}

/** The last step of every free text. Its identity tells free texts from keys with a fixed set of values. */
export const freeTextMarker = z.string().min(1)

/** Text of one or more characters on one line; line breaks become spaces, control characters are dropped. */
export const text = () =>
  z
    .string()
    .transform((value) =>
      value
        .replace(/\s+/g, ' ')
        .replace(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
        .trim(),
    )
    .pipe(freeTextMarker)

/** A list; a single value is a list of one. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  )

export const moment = (timeZone: string) =>
  z.string().transform((value, context): Moment => {
    const parsed = parseMoment(value, timeZone)
    if (parsed !== undefined) return parsed
    const text = value.trim()
    return reject(context, isZoneless(text) ? dateWithoutZone(value) : dateWithoutSense(value, guessDay(text)))
  })

export const day = () =>
  z.string().transform((value, context): string => {
    const text = value.trim()
    return isDay(text) ? text : reject(context, dateWithoutSense(value, guessDay(text)))
  })

export const webAddress = () =>
  z
    .string()
    .transform((value, context): string =>
      isWebAddress(value.trim()) ? value.trim() : reject(context, badLink(value)),
    )

/** A web address, an e-mail address, or an address within the site. */
export const link = () =>
  z.string().transform((value, context): string => {
    const target = value.trim()
    if (isWebAddress(target)) return target
    if (target.startsWith('mailto:') && isEmail(target.slice(7))) return target
    if (isEmail(target)) return `mailto:${target}`
    if (target.startsWith('/') && urlPathFault(target.replace(/#.*$/, '')) === undefined) return target
    return reject(context, badLink(value))
  })

export const email = () =>
  z
    .string()
    .transform((value, context): string => (isEmail(value.trim()) ? value.trim() : reject(context, badEmail(value))))

export const language = () =>
  z
    .string()
    .transform((value, context): string =>
      isLanguage(value)
        ? (Intl.getCanonicalLocales(value)[0] ?? value)
        : reject(context, unknownLanguage(value, guessLanguage(value))),
    )

/** The name of a file without its extension. */
export const id = () =>
  z
    .string()
    .transform((value, context): string => (isSlug(value) ? value : reject(context, badId(value, slugify(value)))))

/** A former address of a page. */
export const oldAddress = () =>
  z.string().transform((value, context): UrlPath => {
    const fault = urlPathFault(value.trim())
    return fault === undefined ? toUrlPath(value.trim()) : reject(context, badAddress(value, fault))
  })
