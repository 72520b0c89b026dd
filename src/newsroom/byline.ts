import * as z from 'zod'

/**
 * The key `byline`: `withheld` if the writer's name would put somebody in danger. Such an article leaves no trace of its writer on its
 * page, in feeds, in lists or on the writer's own page.
 */
export const bylineSchema = () =>
  z
    .literal('withheld')
    .describe('`withheld` where the name of the writer must not be known; then there are no `authors`.')
