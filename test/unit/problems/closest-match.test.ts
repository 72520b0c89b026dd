import { expect, it } from 'vitest'
import { closestMatch } from '../../../src/problems/closest-match.ts'

const keys = ['title', 'summary', 'authors', 'embargo', 'countries']

it.each([
  ['a letter missing', 'sumary', 'summary'],
  ['a letter too many', 'authorss', 'authors'],
  ['another letter', 'embarga', 'embargo'],
  ['two letters swapped', 'tilte', 'title'],
  ['capitals', 'TITLE', 'title'],
])('finds a word with %s', (_, typed, meant) => {
  expect(closestMatch(typed, keys)).toBe(meant)
})

it('finds nothing if more than a third of the word differs', () => {
  expect(closestMatch('contris', keys)).toBe('countries')
  expect(closestMatch('cntrs', keys)).toBeUndefined()
})

it('takes a short word with one edit for another, and no shorter way', () => {
  expect(closestMatch('ab', ['ac'])).toBe('ac')
  expect(closestMatch('ab', ['cd'])).toBeUndefined()
})
