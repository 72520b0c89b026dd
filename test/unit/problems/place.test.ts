import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodePlace, encodePlace, encodePlaces, placeAt } from '../../../src/problems/place.ts'
import { fileStart } from '../../../src/problems/problem.ts'

const point = fc.record({ line: fc.integer({ min: 1, max: 1e6 }), column: fc.integer({ min: 1, max: 1e6 }) })
const place = fc.oneof(fc.record({ start: point }), fc.record({ start: point, end: point }))

it('decodes what it encodes', () => {
  fc.assert(
    fc.property(place, (value) => {
      expect(decodePlace(encodePlace(value))).toEqual(value)
    }),
  )
})

it('finds the place of each item of a key, and the start of the file for others', () => {
  const [first, second] = [
    { start: { line: 8, column: 8 }, end: { line: 8, column: 20 } },
    { start: { line: 9, column: 5 } },
  ]
  const places = encodePlaces([
    ['tags', [first, second]],
    ['image.src', [second]],
    ['a key', [first]],
  ])
  expect(placeAt(places, 'tags')).toEqual(first)
  expect(placeAt(places, 'tags', 1)).toEqual(second)
  expect(placeAt(places, 'image.src')).toEqual(second)
  expect(placeAt(places, 'tags', 2)).toBe(fileStart)
  expect(placeAt(places, 'a key')).toBe(fileStart)
  expect(placeAt(undefined, 'tags')).toBe(fileStart)
})
