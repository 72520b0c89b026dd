import { replyFromTheFuture, replyWhereClosed, replyWithoutStory } from '../problems/catalogue/replies.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { articleSlug } from '../site/content-addresses.ts'
import { findReplyPolicy } from '../site/replies.ts'
import { defineCheck, problemIn } from './check.ts'

export const replies = defineCheck({
  name: 'replies',
  rule: 'Replies belong to a story that publishes them, and are not dated in the future.',
  stage: 'content',
  run({ content, outlet, today }) {
    if (content.replies.length === 0) return []
    const bySlug = new Map(content.articles.map((article) => [articleSlug(article), article]))
    return content.replies.flatMap((repliesFile) => {
      const { document, file } = repliesFile
      const story = bySlug.get(file.slug)
      if (story === undefined) {
        return [problemIn(repliesFile, replyWithoutStory(file.slug, closestMatch(file.slug, bySlug.keys())))]
      }
      const entries = document?.front.replies ?? []
      const problems = entries.flatMap(({ date }, index) =>
        date <= today ? [] : [problemIn(repliesFile, replyFromTheFuture(date, today), 'replies', index)],
      )
      const hasPublished = entries.some(({ status }) => status === 'published')
      if (hasPublished && story.document !== undefined && !findReplyPolicy(story.document, outlet).visible) {
        problems.push(problemIn(repliesFile, replyWhereClosed(file.slug)))
      }
      return problems
    })
  },
})
