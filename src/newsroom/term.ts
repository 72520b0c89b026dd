import * as z from 'zod'
import { email, link, list, oldAddress, text, webAddress } from './fields.ts'
import { keyDetails } from './key-details.ts'
import { type Photo, photoSchema } from './photo.ts'
import type { UrlPath } from './url-path.ts'

const common = () => ({
  summary: text().optional().describe('A line about it.'),
  image: photoSchema().optional().describe('A picture.'),
  aliases: list(oldAddress()).describe('Addresses that the page had before.'),
})

/** Creates the schema of a term's file in tags/, countries/ and the folders of taxonomies that site.yml declares. */
export const termSchema = () =>
  z.strictObject({
    name: text().optional().describe('What readers see, if it is not the word that stories use.'),
    merges: list(text()).describe('Other words that stories use for the same; their pages lead here.'),
    ...common(),
  })

/** Creates the schema of the file of a partner, a ministry that articles are about. */
export const partnerSchema = () =>
  z.strictObject({
    name: text()
      .describe('The name of the ministry.')
      .register(keyDetails, { example: 'The name that readers see', fallback: 'Unnamed' }),
    url: webAddress().optional().describe('Its website.'),
    ...common(),
  })

/** Creates the schema of the file of a person, who writes articles. */
export const personSchema = () =>
  z.strictObject({
    name: text()
      .describe('The name, as bylines show it.')
      .register(keyDetails, { example: 'The name that readers see', fallback: 'Unnamed' }),
    role: text().optional().describe('What the person does, like `correspondent, West Africa`.'),
    email: email().optional().describe('Shown to readers on the author’s page.'),
    links: list(
      z.strictObject({ label: text().describe('The words readers see.'), url: link().describe('Where it leads.') }),
    ).describe('The person elsewhere.'),
    ...common(),
  })

/** The front matter of a term's file, whichever its taxonomy. */
export interface Term {
  name?: string | undefined
  summary?: string | undefined
  image?: Photo | undefined
  aliases: UrlPath[]
  url?: string | undefined
  role?: string | undefined
  email?: string | undefined
  links?: { label: string; url: string }[]
  merges?: string[]
}
