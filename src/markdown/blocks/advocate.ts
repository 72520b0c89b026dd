import { defineActionBlock } from './action-block.ts'

/** A request to speak up for somebody. */
export const advocate = defineActionBlock('advocate', {
  description: 'Asks readers to speak up for somebody.',
  example: ':::advocate{url="/letters/"}\nWrite to your representative.\n:::',
})
