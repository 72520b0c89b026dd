import { expect, test } from 'vitest'
import { nextChangeLabel } from '../../../src/cli/build-summary.ts'

const instant = Date.parse('2026-11-30T15:00:00Z')

test('a terminal shows when the site changes next', () => {
  expect(nextChangeLabel(instant, '.lampstand/next-change', true)).toBe('2026-11-30T15:00:00Z')
  expect(nextChangeLabel(instant + 5, '.lampstand/next-change', true)).toBe('2026-11-30T15:00:00.005Z')
  expect(nextChangeLabel(undefined, '.lampstand/next-change', true)).toBe('never')
})

test('a log shows the same whatever changes next', () => {
  for (const change of [instant, undefined]) {
    expect(nextChangeLabel(change, '.lampstand/next-change', false)).toBe('see .lampstand/next-change')
  }
})
