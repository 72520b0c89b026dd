import type { Place } from './problem.ts'

/** A place in a few characters, such as `8:35` or `8:35-8:48`: every compiled story keeps dozens of them, and hardly one is asked for. */
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
