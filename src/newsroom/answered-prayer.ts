import { id, list } from './fields.ts'

/** The key `answers`: a story tells how requests for prayer of earlier stories were answered. */
export const answersSchema = () =>
  list(id()).describe('The slugs of stories whose requests for prayer this story says were answered.')
