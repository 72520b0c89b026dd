import type { VFile } from 'vfile'
import type { FrontMatter } from '../content/front-matter.ts'
import { compileReply, findReplyOffset } from '../markdown/compile-reply.ts'
import type { Html } from '../markdown/resolve-placeholders.ts'
import { findContacts, type Reply, redactContacts } from '../newsroom/reply.ts'
import { contactInReply, duplicateReply, unknownReply } from '../problems/catalogue/replies.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { type Place, raise } from '../problems/problem.ts'

/** A reader's letter, compiled. */
export type CompiledReply = Omit<Reply, 'text'> & { html: Html }

/** The letters about one story, the oldest first, those that wait for approval among them. */
export interface CompiledReplies {
  replies: CompiledReply[]
}

/** Compiles the letters of a file, and raises what is wrong with them. */
export function compileReplies(file: VFile, replies: readonly Reply[], { place }: FrontMatter): CompiledReply[] {
  const above = new Set<string>()
  return replies.map(({ text, ...reply }, index) => {
    const { id, replyTo } = reply
    if (replyTo !== undefined && !above.has(replyTo)) {
      raise(file, unknownReply(replyTo, closestMatch(replyTo, above)), place(['replies', index, 'replyTo']))
    }
    if (id !== undefined && above.has(id)) raise(file, duplicateReply(id), place(['replies', index, 'id']))
    if (id !== undefined) above.add(id)
    const around = place(['replies', index, 'text'])
    for (const { kind } of findContacts(reply.name))
      raise(file, contactInReply(kind), place(['replies', index, 'name']))
    const at = findReplyOffset(file.data.text ?? '', around)
    const pointAt = (offset: number): Place['start'] => {
      const lines = text.slice(0, offset).split('\n')
      return { line: (at?.line ?? 0) + lines.length - 1, column: (at?.indent ?? 0) + (lines.at(-1) ?? '').length + 1 }
    }
    for (const { kind, start, end } of findContacts(text)) {
      raise(file, contactInReply(kind), at === undefined ? around : { start: pointAt(start), end: pointAt(end) })
    }
    return { ...reply, name: redactContacts(reply.name), html: compileReply(file, text, at, around) }
  })
}
