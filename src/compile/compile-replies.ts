import type { VFile } from 'vfile'
import type { FrontMatter } from '../content/front-matter.ts'
import { compileReply, findReplyOffset } from '../markdown/compile-reply.ts'
import type { Html } from '../markdown/resolve-placeholders.ts'
import { findContacts, type Reply, redactContacts } from '../newsroom/reply.ts'
import { contactInReply, duplicateReply, unknownReply } from '../problems/catalogue/replies.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { type Place, raise } from '../problems/problem.ts'

/** A compiled reply of a reader. */
export type CompiledReply = Omit<Reply, 'text'> & { html: Html }

/** The replies to one article, the oldest first. Those that wait for approval are among them. */
export interface CompiledReplies {
  replies: CompiledReply[]
}

/** Compiles the replies of a file, and raises what is wrong with them. */
export function compileReplies(file: VFile, replies: readonly Reply[], { place }: FrontMatter): CompiledReply[] {
  const earlierIds = new Set<string>()
  return replies.map(({ text, ...reply }, index) => {
    const { id, replyTo } = reply
    if (replyTo !== undefined && !earlierIds.has(replyTo)) {
      raise(file, unknownReply(replyTo, closestMatch(replyTo, earlierIds)), place(['replies', index, 'replyTo']))
    }
    if (id !== undefined && earlierIds.has(id)) raise(file, duplicateReply(id), place(['replies', index, 'id']))
    if (id !== undefined) earlierIds.add(id)
    const textPlace = place(['replies', index, 'text'])
    for (const { kind } of findContacts(reply.name))
      raise(file, contactInReply(kind), place(['replies', index, 'name']))
    const textStart = findReplyOffset(file.data.text ?? '', textPlace)
    /** The place of a character of the text in the file. */
    const pointAt = (offset: number): Place['start'] => {
      const lines = text.slice(0, offset).split('\n')
      return {
        line: (textStart?.line ?? 0) + lines.length - 1,
        column: (textStart?.indent ?? 0) + (lines.at(-1) ?? '').length + 1,
      }
    }
    for (const { kind, start, end } of findContacts(text)) {
      raise(
        file,
        contactInReply(kind),
        textStart === undefined ? textPlace : { start: pointAt(start), end: pointAt(end) },
      )
    }
    return { ...reply, name: redactContacts(reply.name), html: compileReply(file, text, textStart, textPlace) }
  })
}
