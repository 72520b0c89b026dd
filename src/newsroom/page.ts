import * as z from 'zod'
import { language, list, oldAddress, text } from './fields.ts'
import { keyDetails } from './key-details.ts'

/** A page that is not an article: about, contact, statement of faith. */
export type Page = z.output<ReturnType<typeof pageSchema>>

/** Creates the schema of a page's front matter. */
export const pageSchema = () =>
  z.strictObject({
    title: text()
      .describe('The heading of the page.')
      .register(keyDetails, { example: 'Contact', fallback: 'Untitled' }),
    summary: text().optional().describe('One sentence for search engines.'),
    status: z.enum(['draft', 'published']).default('published').describe('`draft` until it may be seen.'),
    language: language().optional().describe('The language of the text, if it is not the site’s.'),
    aliases: list(oldAddress()).describe('Addresses that the page had before; readers are sent on.'),
  })
