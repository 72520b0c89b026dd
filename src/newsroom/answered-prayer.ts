import { id, list } from './fields.ts'

/** The key `answers`: the articles whose requests for prayer an article reports as answered. */
export const answersSchema = () =>
  list(id()).describe('The slugs of stories whose requests for prayer this story says were answered.')
