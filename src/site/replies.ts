import type { CompiledReplies, CompiledReply } from '../compile/compile-replies.ts'
import type { CompiledFile } from '../compile/document.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Audience } from './publication.ts'
import type { SiteArticle } from './site.ts'

/** A letter and the letters that answer it, the oldest first. */
export interface Thread {
  letter: CompiledReply
  answers: Thread[]
}

/** How deep answers are shown below each other; further ones follow the last. */
const deepest = 4

/** The letters that an audience may see, by the slug of their story. Readers see those that were approved. */
export function repliesBySlug(
  files: readonly CompiledFile<CompiledReplies>[],
  audience: Audience,
): Map<string, CompiledReply[]> {
  return new Map(
    files.map(({ document, file }) => [
      file.slug,
      (document?.front.letters ?? []).filter(({ status }) => status === 'published' || audience === 'desk'),
    ]),
  )
}

/** Whether readers are invited to write, and their letters are printed. Stories that change names do neither unless they say so. */
export function findReplyPolicy(
  { front, body }: Pick<SiteArticle, 'front' | 'body'>,
  outlet: Pick<Outlet, 'replies'>,
): { open: boolean; printed: boolean } {
  const changesNames = body.namesChanged || front.pseudonyms.length > 0
  return {
    open: (front.replies ?? (changesNames ? 'closed' : outlet.replies)) === 'open',
    printed: front.replies === 'open' || !changesNames,
  }
}

/** Letters with their answers below them. An answer to a letter that is not shown stands by itself. */
export function buildThreads(letters: readonly CompiledReply[]): Thread[] {
  const threads: Thread[] = []
  const byId = new Map<string, { answers: Thread[]; depth: number }>()
  for (const letter of letters) {
    const above = letter.replyTo === undefined ? undefined : byId.get(letter.replyTo)
    const thread = { letter, answers: [] as Thread[] }
    const depth = above === undefined ? 1 : above.depth + 1
    ;(above?.answers ?? threads).push(thread)
    if (letter.id === undefined) continue
    byId.set(letter.id, depth < deepest || above === undefined ? { answers: thread.answers, depth } : { ...above })
  }
  return threads
}
