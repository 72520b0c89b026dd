import { expect, it } from 'vitest'
import { codeFrame } from '../../../src/problems/code-frame.ts'

const frame = (lines: readonly string[], start: [number, number], end?: [number, number]) =>
  codeFrame(
    {
      start: { line: start[0], column: start[1] },
      ...(end === undefined ? {} : { end: { line: end[0], column: end[1] } }),
    },
    lines,
    (_, text) => text,
  )

it('marks a place below its line, after the line before it', () => {
  expect(frame(['---', 'title: Rain', 'embargo: 9'], [3, 10], [3, 11])).toEqual([
    '   2 | title: Rain',
    ' > 3 | embargo: 9',
    '     |          ^',
  ])
})

it('marks the rest of the line for a place that ends on another one', () => {
  expect(frame(['one two', 'three'], [1, 5], [2, 3])).toEqual([' > 1 | one two', '     |     ^^^'])
})

it('shows a part of a long line', () => {
  const [line = '', carets = ''] = frame([`${'a'.repeat(200)}b${'c'.repeat(200)}`], [1, 201], [1, 202])
  expect(line).toMatch(/^ > 1 \| …a{30}bc{79}…$/)
  expect(line[carets.indexOf('^')]).toBe('b')
})

it('shows nothing of a line that does not exist', () => {
  expect(frame(['one'], [2, 1])).toEqual([])
})
