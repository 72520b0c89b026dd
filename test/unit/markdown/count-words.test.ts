import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords } from '../../../src/markdown/count-words.ts'

describe('the words of a text', () => {
  it.each([
    ['The rain came.', 3],
    ['It’s 4.5 metres—or more', 5],
    ['Ça dépend: l’eau, l’été', 4],
    ['Дождь пошёл', 2],
    ['雨が降った', 5],
    ['', 0],
  ])('of %j are %i', (text, words) => expect(countWords(text)).toBe(words))

  it('are the same by the quick way and by the tables of Unicode', () => {
    const western = fc.oneof(
      fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCodePoint(code)),
      fc.integer({ min: 0x2000, max: 0x206f }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom('a', 'Z', '1', "'", '’', '.', ',', '-', ' '),
    )
    // A word of another script takes the text the other way, and counts for one.
    fc.assert(
      fc.property(
        fc.array(western).map((signs) => signs.join('')),
        (text) => {
          expect(countWords(text) + 1).toBe(countWords(`${text} ჭ`))
        },
      ),
      { numRuns: 5000 },
    )
    for (let code = 0; code <= 0x24f; code++) {
      const sign = String.fromCodePoint(code)
      expect(countWords(sign), `U+${code.toString(16)}`).toBe(countWords(`${sign} ჭ`) - 1)
    }
  })
})
