import { defineActionBlock } from './action-block.ts'

/** A request to pray. */
export const pray = defineActionBlock('pray', {
  description: 'Asks readers to pray.',
  example: ':::pray\nPray for the families on the south bank.\n:::',
})
