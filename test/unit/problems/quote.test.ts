import { expect, it } from 'vitest'
import { quote } from '../../../src/problems/quote.ts'

it.each([
  ['text', 'Mali', '`Mali`'],
  ['several lines as one', 'one\n  two', '`one two`'],
  ['backticks as quotation marks', 'a `b`', "`a 'b'`"],
  ['control characters as one sign', 'a\u0000\u001bb', '`a�b`'],
  ['another value as JSON', { a: [1, null] }, '`{"a":[1,null]}`'],
  ['nothing as its name', undefined, '`undefined`'],
  ['80 characters whole', 'x'.repeat(80), `\`${'x'.repeat(80)}\``],
  ['longer text cut', 'x'.repeat(81), `\`${'x'.repeat(79)}…\``],
])('quotes %s', (_, value, quoted) => {
  expect(quote(value)).toBe(quoted)
})
