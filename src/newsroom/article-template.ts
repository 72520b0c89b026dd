import * as z from 'zod'
import { articleSchema } from './article.ts'
import { keyExample } from './key-details.ts'
import type { Outlet } from './outlet.ts'

/**
 * Returns the text of a new article: the keys that it needs, filled in, and all others as examples in comments. It is a draft that
 * passes every check as it stands.
 *
 * @param day the date of the article, as YYYY-MM-DD
 * @param author the id of the writer, if known
 */
export function articleTemplate({
  title,
  day,
  author,
  outlet,
}: {
  title: string
  day: string
  author: string | undefined
  outlet: Outlet
}): string {
  const filledIn = new Set(['title', 'date', 'byline', 'authors', 'status'])
  const shape = articleSchema(outlet).shape as Record<string, z.ZodType>
  const optional = Object.entries(shape).filter(([key]) => !filledIn.has(key))
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `date: ${day}`,
    'status: draft # take this line away to publish',
    author === undefined
      ? 'byline: withheld # or `authors: [id]`, with the name of a file in people/'
      : `authors: [${author}] # or \`byline: withheld\``,
    '',
    ...optional.flatMap(([key, field]) => [
      `# ${field.description ?? innerDescription(field)}`,
      `# ${key}: ${keyExample(field, day) ?? '…'}`,
    ]),
    '---',
    '',
    'The text begins here.',
    '',
  ].join('\n')
}

/** The description of a key's value, for an optional key that has none of its own. */
const innerDescription = (field: z.ZodType): string =>
  field instanceof z.ZodOptional ? ((field.unwrap() as z.ZodType).description ?? '') : ''
