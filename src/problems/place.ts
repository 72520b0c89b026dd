import { fileStart, type Place } from './problem.ts'

/** A place in a few characters, such as `8:35` or `8:35-8:48`: every compiled story keeps some, and hardly one is asked for. */
export type ShortPlace = string

export function shortPlace({ start, end }: Place): ShortPlace {
  const first = `${start.line}:${start.column}`
  return end === undefined ? first : `${first}-${end.line}:${end.column}`
}

export function readPlace(short: ShortPlace): Place {
  const [start, end] = short.split('-').map((point) => {
    const [line = 1, column = 1] = point.split(':').map(Number)
    return { line, column }
  })
  return { start: start ?? { line: 1, column: 1 }, ...(end === undefined ? {} : { end }) }
}

/**
 * The places of what a file's keys hold, a line for each key: `tags 8:8-8:20 8:21-8:31`. As one text they cost nothing where nobody
 * asks.
 */
export type Places = string

/** @param places by the key, one for each item of a list; keys with spaces are nobody's, and are left out */
export function shortPlaces(places: Iterable<readonly [key: string, places: readonly Place[]]>): Places {
  const lines: string[] = []
  for (const [key, of] of places) if (!/\s/.test(key)) lines.push([key, ...of.map(shortPlace)].join(' '))
  return lines.join('\n')
}

/** The place of an item of a key, or of the file where it has none. */
export function placeAt(places: Places | undefined, key: string, index = 0): Place {
  for (const line of places?.split('\n') ?? []) {
    const [own, ...of] = line.split(' ')
    const place = own === key ? of[index] : undefined
    if (place !== undefined) return readPlace(place)
  }
  return fileStart
}
