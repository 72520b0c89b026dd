import { fileStart, type Place } from './problem.ts'

/**
 * A place as text, such as `8:35` or `8:35-8:48`: every compiled story holds several, and few of them are ever read.
 */
export type EncodedPlace = string

/** Encodes a place. */
export function encodePlace({ start, end }: Place): EncodedPlace {
  const first = `${start.line}:${start.column}`
  return end === undefined ? first : `${first}-${end.line}:${end.column}`
}

/** Decodes what `encodePlace` returned. */
export function decodePlace(encoded: EncodedPlace): Place {
  const [start, end] = encoded.split('-').map((point) => {
    const [line = 1, column = 1] = point.split(':').map(Number)
    return { line, column }
  })
  return { start: start ?? { line: 1, column: 1 }, ...(end === undefined ? {} : { end }) }
}

/**
 * The places of the values of a file's keys, a line for each key: `tags 8:8-8:20 8:21-8:31`. As one string they cost
 * nothing to keep, and only files with problems pay for splitting it.
 */
export type EncodedPlaces = string

/**
 * Encodes the places of the values of a file's keys.
 *
 * @param places the places of each key, one for each item of its list; keys with spaces are left out, as no schema has
 *   any
 */
export function encodePlaces(places: Iterable<readonly [key: string, places: readonly Place[]]>): EncodedPlaces {
  const lines: string[] = []
  for (const [key, items] of places) if (!/\s/.test(key)) lines.push([key, ...items.map(encodePlace)].join(' '))
  return lines.join('\n')
}

/** Returns the place of a key's value, or of an item of its list; the start of the file if there is none. */
export function placeAt(places: EncodedPlaces | undefined, key: string, index = 0): Place {
  for (const line of places?.split('\n') ?? []) {
    const [lineKey, ...items] = line.split(' ')
    const place = lineKey === key ? items[index] : undefined
    if (place !== undefined) return decodePlace(place)
  }
  return fileStart
}
