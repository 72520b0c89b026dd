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

/** A reply in an e-mail, without its addresses and attachments. */
export interface EmailReply {
  /** The writer's name, if the e-mail gives one. */
  name: string | undefined
  /** The time of sending, in milliseconds since 1970, if the e-mail gives one. */
  sent: number | undefined
  /** The plain text, with `\n` as line ends. */
  text: string
}

/** The largest e-mail that is read, in bytes: enough for one with a few pictures. */
const maxSize = 30 * 1024 * 1024

/**
 * Reads a saved e-mail.
 *
 * @param displayPath the path that problems name
 * @returns no reply if any of the problems is an error
 */
export async function readEmail(
  bytes: Buffer,
  displayPath: string,
): Promise<{ reply: EmailReply | undefined; problems: Problem[] }> {
  const file = new VFile({ path: displayPath })
  const reply = await parseEmail(bytes, file)
  return {
    reply: file.messages.some(({ fatal }) => fatal === true) ? undefined : reply,
    problems: fileProblems(file),
  }
}

async function parseEmail(bytes: Buffer, file: VFile): Promise<EmailReply | undefined> {
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
    // Some programs send an empty plain part beside the one in HTML.
    text = isBlank(email.text) ? htmlToText(email.html ?? '') : (email.text ?? '')
  } catch (error) {
    raise(file, emailUnreadable(error instanceof Error ? error.message : String(error)), undefined)
    return undefined
  }
  const findLine = (pattern: RegExp) => {
    const index = lines.findIndex((line) => pattern.test(line))
    return index === -1 ? undefined : linePlace(index, lines[index] ?? '')
  }
  if (isBlank(text)) raise(file, emailWithoutText(), undefined)
  else if (isBlank(email.text)) raise(file, emailHtmlOnly(), findLine(/text\/html/i))
  if (text.includes('\ufffd')) raise(file, emailLettersLost(), findLine(/^content-type:/i))
  const sent = Date.parse(email.date ?? '')
  return {
    name: email.from?.name.trim() || undefined,
    sent: Number.isNaN(sent) ? undefined : sent,
    text: text.replace(/\r\n?/g, '\n'),
  }
}

/**
 * Extracts the message from a saved file. Some programs write a byte order mark before it; Apple Mail writes its length
 * before it and its own notes after it.
 */
function extractMessage(bytes: Buffer): Buffer {
  const [mark, length] = /^(?:\u00ef\u00bb\u00bf)?(?:(\d+)\s*\n)?/.exec(bytes.toString('latin1', 0, 64)) ?? ['']
  const message = bytes.subarray(mark.length)
  return length === undefined ? message : message.subarray(0, Number(length))
}

const isBlank = (text: string | undefined) => text === undefined || text.trim() === ''

/** The text that readers of a message in HTML see. */
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
