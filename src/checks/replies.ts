import type { Outlet } from '../newsroom/outlet.ts'
import { replyFromTheFuture, replyWhereClosed, replyWithoutStory } from '../problems/catalogue/replies.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { placeAt } from '../problems/place.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { findReplyPolicy } from '../site/replies.ts'
import { articleSlug, type Content } from '../site/site.ts'

/**
 * Readers' letters belong to a story, and to a day that has come; a story that changes names prints none by itself.
 *
 * @param today the day of the build in the outlet's time zone, as YYYY-MM-DD
 */
export function checkReplies({ articles, replies }: Content, outlet: Outlet, today: string): Problem[] {
  if (replies.length === 0) return []
  const bySlug = new Map(articles.map((article) => [articleSlug(article), article]))
  return replies.flatMap(({ document, file }): Problem[] => {
    const story = bySlug.get(file.slug)
    if (story === undefined) {
      return [
        {
          ...replyWithoutStory(file.slug, closestMatch(file.slug, bySlug.keys())),
          file: file.displayPath,
          ...fileStart,
        },
      ]
    }
    const letters = document?.front.letters ?? []
    const early = letters.flatMap(({ date }, index): Problem[] => {
      if (date <= today) return []
      return [
        { ...replyFromTheFuture(date, today), file: file.displayPath, ...placeAt(document?.places, 'replies', index) },
      ]
    })
    const published = letters.some(({ status }) => status === 'published')
    const closed = published && story.document !== undefined && !findReplyPolicy(story.document, outlet).printed
    return closed ? [...early, { ...replyWhereClosed(file.slug), file: file.displayPath, ...fileStart }] : early
  })
}
