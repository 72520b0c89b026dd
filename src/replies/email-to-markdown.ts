import type { BlockContent, Paragraph, PhrasingContent } from 'mdast'
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown'
import { isWebAddress } from '../newsroom/link.ts'
import { redactContacts } from '../newsroom/reply.ts'

/**
 * Turns the plain text of an e-mail into the Markdown of a reply: the same words, with markup escaped.
 *
 * Leaves out the signature, the quoted e-mail, e-mail and IP addresses, and the URL of the article.
 *
 * @param permalink the URL of the article, which the link “Reply by e-mail” puts into the message
 */
export function emailToMarkdown(text: string, permalink: string): string {
  const lines = dropQuoted(
    text
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .split('\n')
      .map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
      .filter((line) => line.trim().replace(/^<|>$/g, '') !== permalink && !isMailProgramLine(line)),
  )
  return toMarkdown({ type: 'root', children: toBlocks(lines) }, { unsafe: siteMarkup }).trimEnd()
}

/** True for lines that mail programs add: the marks of a signed e-mail, and the device that sent it. */
function isMailProgramLine(line: string): boolean {
  return (
    /^(?:-----BEGIN PGP SIGNED MESSAGE-----|Hash: SHA\d+)$/.test(line) ||
    /^(?:sent from my |get outlook for |enviado desde mi |envoyé de mon |أُ?رسلت? من )[^.!?]{0,60}\.?$/i.test(line)
  )
}

/** The characters that are markup on this site beyond CommonMark: of tables, strikethrough and bare URLs. */
const siteMarkup: Unsafe[] = [
  { atBreak: true, character: '|', after: '[\t :-]' },
  { atBreak: true, character: ':', after: '-' },
  { atBreak: true, character: '-', after: '[:|-]' },
  { character: '~', inConstruct: 'phrasing' },
  // A backslash before the dot would become part of the URL.
  { before: '[Ww]', character: '.', after: '[^\\s\\w]', inConstruct: 'phrasing' },
]

/** Removes the signature and the quoted e-mail from the end. */
function dropQuoted(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex(
    (line, index) =>
      line === '--' ||
      line === '- --' || // as a signed message writes it
      line === '-----BEGIN PGP SIGNATURE-----' ||
      /^_{10,}$/.test(line) || // as Outlook does before what it quotes
      /^-{2,} ?(?:original message|forwarded message|mensaje original|message d’origine|message d'origine|الرسالة الأصلية)/i.test(
        line,
      ) ||
      (/^(?:from|de|von|من)\s?: /i.test(line) &&
        lines
          .slice(index + 1, index + 4)
          .some((next) => /^(?:sent|date|enviado|envoyé|fecha|gesendet)\s?: /i.test(next))),
  )
  let body = end === -1 ? [...lines] : lines.slice(0, end)
  const isQuote = (line: string) => line.startsWith('>')
  const trim = () => {
    while (body.length > 0 && body.at(-1) === '') body = body.slice(0, -1)
  }
  trim()
  if (!isQuote(body.at(-1) ?? '')) return body
  while (body.length > 0 && (isQuote(body.at(-1) ?? '') || body.at(-1) === '')) body = body.slice(0, -1)
  // “On 24 November, the desk wrote:”, over one line or two
  const leadStart = body.lastIndexOf('') + 1
  if (/:$/.test(body.at(-1) ?? '') && body.length - leadStart <= 3) body = body.slice(0, leadStart)
  trim()
  return body
}

function toBlocks(lines: readonly string[]): BlockContent[] {
  const blocks: BlockContent[] = []
  let run: string[] = []
  const endBlock = () => {
    if (run.length === 0) return
    if (run.every((line) => line.startsWith('>'))) {
      blocks.push({ type: 'blockquote', children: toBlocks(run.map((line) => line.replace(/^> ?/, ''))) })
    } else {
      blocks.push(toParagraph(run))
    }
    run = []
  }
  for (const line of lines) {
    const quote = line.startsWith('>')
    if (line.trim() === '' || (run.length > 0 && quote !== (run.at(-1) ?? '').startsWith('>'))) endBlock()
    if (line.trim() !== '') run.push(line.replace(/^[ \t]+/, ''))
  }
  endBlock()
  return blocks
}

/** Joins lines that a mail program broke. Short lines, as of a poem or a greeting, stay apart. */
function toParagraph(lines: readonly string[]): Paragraph {
  const children: PhrasingContent[] = []
  for (const [index, line] of lines.entries()) {
    children.push(...toPhrases(line))
    if (index === lines.length - 1) break
    if (line.length < 50) children.push({ type: 'break' })
    else children.push({ type: 'text', value: ' ' })
  }
  return { type: 'paragraph', children }
}

function toPhrases(line: string): PhrasingContent[] {
  return redactContacts(line)
    .split(/((?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?'")\]])/i)
    .filter((part) => part !== '')
    .map((part) => {
      const url = /^www\./i.test(part) ? `https://${part}` : part
      const text = { type: 'text', value: part } as const
      return isWebAddress(url) ? { type: 'link', url, children: [text] } : text
    })
}
