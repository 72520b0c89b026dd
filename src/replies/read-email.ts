import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import PostalMime, { type Email } from 'postal-mime'
import { VFile } from 'vfile'
import {
  emailCharset,
  emailHtmlOnly,
  emailLettersLost,
  emailTooLarge,
  emailUnreadable,
  emailWithoutText,
  notAnEmail,
} from '../problems/catalogue/emails.ts'
import { fileProblems, type Problem, raise } from '../problems/problem.ts'

/** What is taken from an e-mail: never an address, never an attachment. */
export interface EmailReply {
  /** The writer's name, if the e-mail gives one. */
  name: string | undefined
  /** When it was sent, in milliseconds since 1970; undefined where it does not say. */
  sent: number | undefined
  /** Its plain text, with line ends as `\n`. */
  text: string
}

/** The largest e-mail that is read, in bytes: one with a few pictures in it. */
const maxSize = 30 * 1024 * 1024

/**
 * Reads a saved e-mail.
 *
 * @param shown the path that problems name
 * @returns no letter where there is an error among the problems
 */
export async function readEmail(
  bytes: Buffer,
  shown: string,
): Promise<{ letter: EmailReply | undefined; problems: Problem[] }> {
  const file = new VFile({ path: shown })
  const letter = await read(bytes, file)
  return {
    letter: file.messages.some(({ fatal }) => fatal === true) ? undefined : letter,
    problems: fileProblems(file),
  }
}

async function read(bytes: Buffer, file: VFile): Promise<EmailReply | undefined> {
  if (bytes.length > maxSize) {
    raise(file, emailTooLarge(`${Math.round(bytes.length / 1024 / 1024)} MB`), undefined)
    return undefined
  }
  const lines = bytes.toString('latin1').split(/\r\n?|\n/)
  if (!lines.slice(0, lines.indexOf('')).some((line) => /^(?:from|received|date|message-id):/i.test(line))) {
    raise(file, notAnEmail(lines[0] ?? ''), undefined)
    return undefined
  }
  for (const [index, line] of lines.entries()) {
    const name = /^(?:content-type:|[ \t]).*?\bcharset\s*=\s*"?([^\s";]+)/i.exec(line)?.[1]
    if (name === undefined || isCharset(name)) continue
    raise(file, emailCharset(name), linePlace(index, line))
  }
  let email: Email
  let text: string
  try {
    email = await PostalMime.parse(extractMessage(bytes), {
      forceRfc822Attachments: true,
      maxNestingDepth: 20,
      maxHeadersSize: 262_144,
    })
    // Some programs send a plain part that is empty beside the one in HTML.
    text = isBlank(email.text) ? htmlToText(email.html ?? '') : (email.text ?? '')
  } catch (error) {
    raise(file, emailUnreadable(error instanceof Error ? error.message : String(error)), undefined)
    return undefined
  }
  const head = (type: RegExp) => {
    const index = lines.findIndex((line) => type.test(line))
    return index === -1 ? undefined : linePlace(index, lines[index] ?? '')
  }
  if (isBlank(text)) raise(file, emailWithoutText(), undefined)
  else if (isBlank(email.text)) raise(file, emailHtmlOnly(), head(/text\/html/i))
  if (text.includes('\ufffd')) raise(file, emailLettersLost(), head(/^content-type:/i))
  const sent = Date.parse(email.date ?? '')
  return {
    name: email.from?.name.trim() || undefined,
    sent: Number.isNaN(sent) ? undefined : sent,
    text: text.replace(/\r\n?/g, '\n'),
  }
}

/** The message in a saved file: some programs put a byte order mark before it, Apple Mail its length before and its own notes behind it. */
function extractMessage(bytes: Buffer): Buffer {
  const [mark, length] = /^(?:\u00ef\u00bb\u00bf)?(?:(\d+)\s*\n)?/.exec(bytes.toString('latin1', 0, 64)) ?? ['']
  const message = bytes.subarray(mark.length)
  return length === undefined ? message : message.subarray(0, Number(length))
}

const isBlank = (text: string | undefined) => text === undefined || text.trim() === ''

/** The text that a reader of a message in HTML sees. */
function htmlToText(html: string): string {
  return toText(fromHtml(html))
}

function isCharset(name: string): boolean {
  try {
    new TextDecoder(name)
    return true
  } catch {
    return false
  }
}

const linePlace = (index: number, line: string) => ({
  start: { line: index + 1, column: 1 },
  end: { line: index + 1, column: Math.max(2, line.length + 1) },
})
