import { defineActionBlock } from './action-block.ts'

/** A request to give. */
export const give = defineActionBlock('give', {
  description: 'Asks readers to give.',
  example: ':::give{url="https://example.org/wells"}\nA new pump costs 300 dollars.\n:::',
})
