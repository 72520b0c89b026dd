import escapeStringRegexp from 'escape-string-regexp'
import * as z from 'zod'
import { text } from './fields.ts'

/** The place and the agency that open an article: `France (FNS) —`. */
export interface Dateline {
  place: string
  agency: string
}

/**
 * Reads the dateline at the beginning of a text.
 *
 * @returns the dateline and the length of its text, including the dash and spaces; undefined if there is none
 */
export type DatelineReader = (opening: string) => { dateline: Dateline; length: number } | undefined

// Names of places are capitalised, except words like `of`: a sentence that ends in the agency's mark is not a dateline.
const word = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}.’'-]*"
const joint = '(?:of|the|and|de|del|du|des|la|le|les|el|da|do|dos|al|der|am)'
const place = `${word}(?:(?:, ?|\\s*[/–-]\\s*|\\s+)(?:${joint}\\s+){0,2}${word}){0,6}`

/**
 * Creates a reader of datelines with an agency's mark. Newsrooms type them in many ways over the years:
 * `France (FNS) — `, `France (FNS) – `, `France (FNS) -- `, `France (FNS)—`, and `France (FNS) ` with no dash.
 */
export function createDatelineReader(agency: string): DatelineReader {
  const mark = escapeStringRegexp(agency)
  const pattern = new RegExp(`^\\s*(${place})\\s*\\(${mark}\\)(?:\\s*(?:[—–―]|-+)\\s*|\\s+|$)`, 'u')
  return (opening) => {
    const [typed, place] = pattern.exec(opening) ?? []
    if (typed === undefined || place === undefined) return undefined
    return { dateline: { place: place.replace(/\s+/g, ' '), agency }, length: typed.length }
  }
}

/** The key `dateline`: the place alone, the whole dateline as one text, or place and agency as keys. */
export const datelineSchema = (agency: string) =>
  z
    .union([
      text().transform((value): Dateline => createDatelineReader(agency)(value)?.dateline ?? { place: value, agency }),
      z
        .strictObject({
          place: text().describe('The place alone.'),
          agency: text().optional().describe('The mark, if it is not the outlet’s.'),
        })
        .transform((value): Dateline => ({ agency, ...value })),
    ])
    .describe('Where the story opens, like `Bamako, Mali`; wins over a dateline in the text.')
