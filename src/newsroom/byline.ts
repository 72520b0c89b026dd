import * as z from 'zod'

/**
 * Who wrote a story, or `withheld` where the name of the writer would put somebody in danger. Every output honours it: a
 * withheld byline has no trace on the page, in feeds, in lists or in the writer's own page.
 */
export const bylineSchema = () =>
  z
    .literal('withheld')
    .describe('`withheld` where the name of the writer must not be known; then there are no `authors`.')
