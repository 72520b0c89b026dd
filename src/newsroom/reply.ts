import { isIPv6 } from 'node:net'
import * as z from 'zod'
import { day, id, list, text } from './fields.ts'
import { keyDetails } from './key-details.ts'

/** A reader's letter about a story. It has no place for an e-mail address. */
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

/** What a file of replies/ may hold; it is called after the slug of its story. */
export const repliesSchema = () => z.strictObject({ replies: list(reply()).describe('The letters, the oldest first.') })

export type Reply = z.output<ReturnType<typeof reply>>

/** Ways to reach or to find a person, by what writers call them. */
export type Contact = 'e-mail address' | 'IP address' | 'phone number'

/** Signs that nobody sees, which may stand in an address that a reader can still copy. */
const unseen = '\\u00ad\\u034f\\u061c\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufeff'

// Each has an end: what strangers send may be one word of a megabyte.
const patterns: readonly { kind: Contact; pattern: RegExp; isOne?(found: string): boolean }[] = [
  {
    kind: 'e-mail address',
    // Web addresses write the sign as %40; some write it twice as wide.
    pattern: new RegExp(
      `(?:"[^"\\n]{1,64}"|[\\p{L}\\p{N}._%+-][\\p{L}\\p{M}\\p{N}._%+'’${unseen}-]{0,63})` +
        `(?:[@＠﹫]|%40)[${unseen}]*` +
        `(?:\\[[\\da-f:.]{3,45}\\]|[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}.${unseen}-]{0,252}[\\p{L}\\p{M}\\p{N}])?)`,
      'giu',
    ),
  },
  { kind: 'IP address', pattern: /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d)/gu },
  {
    kind: 'IP address',
    pattern: /(?<=^|[^\w:.]|[g-z]:)[\da-f:]{3,39}(?<=[\da-f])(?!\w)/gimu,
    // With one gap at most, or four and more numbers of a machine.
    isOne: (found) => isIPv6(found) || /^(?:[\da-f]{1,4}:){3,7}[\da-f]{1,4}$/i.test(found),
  },
  {
    kind: 'phone number',
    // Eight digits or more that are neither a date nor a number written in threes.
    pattern:
      /(?<![\w.,/-])(?!\d{4}-\d\d-\d\d)(?!\d{1,3}(?:[ .,\u202f\u00a0]\d{3}){1,6}(?!\d))(?:\+|00)?\(?\d(?:[ ().\u00a0/-]{0,2}\d){7,14}(?![\w-])/gu,
  },
]

/** Every e-mail address, IP address and phone number of a text. */
export function findContacts(text: string): { kind: Contact; start: number; end: number }[] {
  const found: { kind: Contact; start: number; end: number }[] = []
  // What was found is struck out: the numbers of a machine look like those of a phone.
  patterns.reduce(
    (rest, { kind, pattern, isOne }) =>
      rest.replace(pattern, (one: string, at: number) => {
        if (isOne?.(one) === false) return one
        found.push({ kind, start: at, end: at + one.length })
        return '\0'.repeat(one.length)
      }),
    text,
  )
  return found
}

/** A text in which nobody can be written to or located: e-mail and IP addresses become `[…]`. */
export function redactContacts(text: string): string {
  return patterns
    .filter(({ kind }) => kind !== 'phone number')
    .reduce(
      (rest, { pattern, isOne }) => rest.replace(pattern, (found) => ((isOne?.(found) ?? true) ? '[…]' : found)),
      text,
    )
}
