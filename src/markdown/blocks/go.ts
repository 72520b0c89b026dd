import { defineActionBlock } from './action-block.ts'

/** A call to go and help. */
export const go = defineActionBlock('go', {
  description: 'Asks readers to go and help.',
  example:
    ':::go{until="2027-02-28" url="https://example.org/teach"}\nTwo teachers are needed for the spring term.\n:::',
})
