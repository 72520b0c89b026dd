import type { CompiledReplies, CompiledReply } from '../compile/compile-replies.ts'
import type { CompiledFile } from '../compile/document.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { type Audience, isReplyVisibleTo } from './publication.ts'
import type { SiteArticle } from './site.ts'

/** A reply and the replies that answer it, oldest first. */
export interface Thread {
  reply: CompiledReply
  answers: Thread[]
}

/** How deep threads are nested. The answers to a reply at the last level follow it at the same level. */
const maxDepth = 4

/** Returns the replies that an audience may see, by the slug of their article. */
export function visibleReplies(
  files: readonly CompiledFile<CompiledReplies>[],
  audience: Audience,
): Map<string, CompiledReply[]> {
  return new Map(
    files.map(({ document, file }) => [
      file.slug,
      (document?.front.replies ?? []).filter((reply) => isReplyVisibleTo(reply, audience)),
    ]),
  )
}

/**
 * Decides whether readers can reply to an article, and whether its page shows replies. An article that changes names does neither
 * unless its front matter says so.
 */
export function findReplyPolicy(
  { front, body }: Pick<SiteArticle, 'front' | 'body'>,
  outlet: Pick<Outlet, 'replies'>,
): { open: boolean; visible: boolean } {
  const changesNames = body.namesChanged || front.pseudonyms.length > 0
  return {
    open: (front.replies ?? (changesNames ? 'closed' : outlet.replies)) === 'open',
    visible: front.replies === 'open' || !changesNames,
  }
}

/** Arranges replies in threads. An answer to a reply that is not shown begins a thread. */
export function buildThreads(replies: readonly CompiledReply[]): Thread[] {
  const threads: Thread[] = []
  /** By the id of a reply: the list that its answers go to, and the depth of that reply. */
  const positions = new Map<string, { answers: Thread[]; depth: number }>()
  for (const reply of replies) {
    const parent = reply.replyTo === undefined ? undefined : positions.get(reply.replyTo)
    const thread = { reply, answers: [] as Thread[] }
    const depth = parent === undefined ? 1 : parent.depth + 1
    ;(parent?.answers ?? threads).push(thread)
    if (reply.id === undefined) continue
    const position = depth < maxDepth || parent === undefined ? { answers: thread.answers, depth } : { ...parent }
    positions.set(reply.id, position)
  }
  return threads
}
