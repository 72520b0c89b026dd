import { isIPv6 } from 'node:net'
import * as z from 'zod'
import { day, id, list, text } from './fields.ts'
import { keyDetails } from './key-details.ts'

/** A reader's reply to an article. It has no key for an e-mail address, so that none is published by mistake. */
const reply = () =>
  z.strictObject({
    name: text().describe('How the reader wants to be named.').register(keyDetails, { example: 'Ruth' }),
    date: day().describe('The day of the letter.').register(keyDetails, { example: '2026-11-30' }),
    text: z
      .string()
      .min(1)
      .describe('The letter: paragraphs, emphasis, links, quotes, lists and code in Markdown.')
      .register(keyDetails, { example: 'Thank you.' }),
    id: id().optional().describe('What `replyTo` of another letter calls it; each once.'),
    replyTo: id().optional().describe('The `id` of the letter above that it answers.'),
    status: z
      .enum(['published', 'waiting'])
      .default('published')
      .describe('`waiting` until somebody at the desk has approved it.'),
  })

/** Creates the schema of a file of replies/, which is named after the slug of its article. */
export const repliesSchema = () => z.strictObject({ replies: list(reply()).describe('The letters, the oldest first.') })

export type Reply = z.output<ReturnType<typeof reply>>

/** Ways to reach or locate a person, in the words of problems. */
export type ContactKind = 'e-mail address' | 'IP address' | 'phone number'

/** Invisible characters that an address can hold and still be copied. */
const invisible = '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufeff'

// Each has a maximum length: strangers may send a word of a megabyte.
const patterns: readonly { kind: ContactKind; pattern: RegExp; isContact?(match: string): boolean }[] = [
  {
    kind: 'e-mail address',
    // %40 is the @ of web addresses; the others are its wide forms.
    pattern: new RegExp(
      `(?:"[^"\\n]{1,64}"|[\\p{L}\\p{N}._%+-][\\p{L}\\p{M}\\p{N}._%+'’${invisible}-]{0,63})` +
        `(?:[@＠﹫]|%40)[${invisible}]*` +
        `(?:\\[[\\da-f:.]{3,45}\\]|[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.${invisible}-]{0,252}[\\p{L}\\p{M}\\p{N}])?)`,
      'giu',
    ),
  },
  { kind: 'IP address', pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)/gu },
  {
    kind: 'IP address',
    pattern: /(?<=^|[^\w:.]|[g-z]:)[\da-f:]{3,39}(?<=[\da-f])(?!\w)/gimu,
    // With at most one gap, or the four or more groups of a hardware address.
    isContact: (match) => isIPv6(match) || /^(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}$/i.test(match),
  },
  {
    kind: 'phone number',
    // Eight digits or more that are neither a date nor a number in groups of three.
    pattern:
      /(?<![\w.,/-])(?!\d{4}-\d\d-\d\d)(?!\d{1,3}(?:[ .,\u202f\u00a0]\d{3}){1,6}(?!\d))(?:\+|00)?\(?\d(?:[ ().\u00a0/-]{0,2}\d){7,14}(?![\w-])/gu,
  },
]

/** Finds the e-mail addresses, IP addresses and phone numbers of a text. */
export function findContacts(text: string): { kind: ContactKind; start: number; end: number }[] {
  const contacts: { kind: ContactKind; start: number; end: number }[] = []
  // Contacts are blanked out for the next pattern: an IP address can look like a phone number.
  patterns.reduce(
    (rest, { kind, pattern, isContact }) =>
      rest.replace(pattern, (match: string, at: number) => {
        if (isContact?.(match) === false) return match
        contacts.push({ kind, start: at, end: at + match.length })
        return '\0'.repeat(match.length)
      }),
    text,
  )
  return contacts
}

/** Replaces the e-mail and IP addresses of a text with `[…]`. */
export function redactContacts(text: string): string {
  return patterns
    .filter(({ kind }) => kind !== 'phone number')
    .reduce(
      (rest, { pattern, isContact }) =>
        rest.replace(pattern, (match) => ((isContact?.(match) ?? true) ? '[…]' : match)),
      text,
    )
}
