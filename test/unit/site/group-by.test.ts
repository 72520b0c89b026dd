import { expect, it } from 'vitest'
import { groupBy, groupByMany } from '../../../src/site/group-by.ts'

it('groups items in the order in which their keys first appear', () => {
  expect([...groupBy(['pear', 'apple', 'plum'], ([letter]) => letter)]).toEqual([
    ['p', ['pear', 'plum']],
    ['a', ['apple']],
  ])
})

it('puts an item in each of its groups, and leaves out an item without any', () => {
  expect([...groupByMany(['ab', '', 'b'], (word) => [...word])]).toEqual([
    ['a', ['ab']],
    ['b', ['ab', 'b']],
  ])
})
