import escapeStringRegexp from 'escape-string-regexp'
import * as z from 'zod'
import { text } from './fields.ts'

/** Place and agency that open the text: `France (FNS) —`. */
export interface Dateline {
  place: string
  agency: string
}

/**
 * Reads the dateline at the beginning of a text: the dateline, and the length of what was typed for it, dash and spaces included;
 * undefined where there is none.
 */
export type DatelineReader = (opening: string) => { datelineSchema: Dateline; length: number } | undefined

// Names of places are capitalised, but for words such as `of`; a sentence that ends in the agency's mark is no dateline.
const word = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}\\p{N}.’'-]*"
const joint = '(?:of|the|and|de|del|du|des|la|le|les|el|da|do|dos|al|der|am)'
const place = `${word}(?:(?:, ?|\\s*[/–-]\\s*|\\s+)(?:${joint}\\s+){0,2}${word}){0,6}`

/**
 * Makes a reader of datelines with the agency's mark. Desks type them in many ways over the years:
 * `France (FNS) — `, `France (FNS) – `, `France (FNS) -- `, `France (FNS)—`, and `France (FNS) ` with no dash.
 */
export function createDatelineReader(agency: string): DatelineReader {
  const mark = escapeStringRegexp(agency)
  const pattern = new RegExp(`^\\s*(${place})\\s*\\(${mark}\\)(?:\\s*(?:[—–―]|-+)\\s*|\\s+|$)`, 'u')
  return (opening) => {
    const [typed, place] = pattern.exec(opening) ?? []
    if (typed === undefined || place === undefined) return undefined
    return { datelineSchema: { place: place.replace(/\s+/g, ' '), agency }, length: typed.length }
  }
}

/** The key `dateline`: the place alone, the whole dateline as typed, or place and agency apart. */
export const dateline = (agency: string) =>
  z
    .union([
      text().transform(
        (value): Dateline => createDatelineReader(agency)(value)?.datelineSchema ?? { place: value, agency },
      ),
      z
        .strictObject({
          place: text().describe('The place alone.'),
          agency: text().optional().describe('The mark, if it is not the outlet’s.'),
        })
        .transform((value): Dateline => ({ agency, ...value })),
    ])
    .describe('Where the story opens, like `Bamako, Mali`; wins over a dateline in the text.')
