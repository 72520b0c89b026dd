import * as z from 'zod'
import { day, id, list, text } from './fields.ts'

/** A reader's letter about a story. It has no place for an e-mail address. */
const reply = () =>
  z.strictObject({
    name: text().describe('How the reader wants to be named.'),
    date: day().describe('The day of the letter.'),
    text: z.string().min(1).describe('The letter: paragraphs, emphasis, links, quotes, lists and code in Markdown.'),
    id: id().optional().describe('What `replyTo` of another letter calls it; each once.'),
    replyTo: id().optional().describe('The `id` of the letter above that it answers.'),
    status: z
      .enum(['published', 'waiting'])
      .default('published')
      .describe('`waiting` until somebody at the desk has approved it.'),
  })

/** What a file of replies/ may hold; it is called after the slug of its story. */
export const repliesSchema = () => z.strictObject({ replies: list(reply()).describe('The letters, the oldest first.') })

export type Reply = z.output<ReturnType<typeof reply>>

/** Ways to reach or to find a person, by what writers call them. */
export type Contact = 'e-mail address' | 'IP address' | 'phone number'

const contacts: readonly [Contact, RegExp][] = [
  // Web addresses write the sign as %40.
  ['e-mail address', /[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['IP address', /(?<![\w.:])(?:(?:\d{1,3}\.){3}\d{1,3}|(?:[\da-f]{1,4}:){3,7}(?::?[\da-f]{1,4})+)(?![\w:]|\.\d)/giu],
  // Eight digits or more that are neither a date nor a number written in threes.
  [
    'phone number',
    /(?<![\w.,/-])(?!\d{4}-\d\d-\d\d)(?!\d{1,3}(?:[ .,\u202f\u00a0]\d{3})+(?!\d))(?:\+|00)?\(?\d(?:[ ().\u00a0/-]{0,2}\d){7,14}(?![\w-])/gu,
  ],
]

/** Every e-mail address, IP address and phone number of a text. */
export function contactsIn(text: string): { kind: Contact; start: number; end: number }[] {
  const found = contacts.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ kind, start: index, end: index + found.length })),
  )
  // The numbers of a machine look like those of a phone.
  return found.filter((one, at) => !found.slice(0, at).some(({ start, end }) => start < one.end && one.start < end))
}

/** A text in which nobody can be written to or located: e-mail and IP addresses become `[…]`. */
export function withoutAddresses(text: string): string {
  return contacts
    .filter(([kind]) => kind !== 'phone number')
    .reduce((rest, [, pattern]) => rest.replace(pattern, '[…]'), text)
}
