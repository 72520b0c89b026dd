import {
  correctionBeforeStory,
  correctionFromTheFuture,
  correctionOutOfOrder,
} from '../problems/catalogue/corrections.ts'
import type { Finding } from '../problems/problem.ts'
import { defineCheck, problemIn } from './check.ts'

export const corrections = defineCheck({
  name: 'corrections',
  rule: 'Corrections are dated between the day of their story and today, the oldest first.',
  stage: 'content',
  run({ content, today }) {
    return content.articles.flatMap((article) => {
      const { date: published, corrections = [] } = article.document?.front ?? {}
      if (published === undefined) return []
      return corrections.flatMap(({ date }, index) => {
        const finding = findMisdated(date, corrections[index - 1]?.date, published.day, today)
        return finding === undefined ? [] : [problemIn(article, finding, 'corrections', index)]
      })
    })
  },
})

function findMisdated(
  date: string,
  dateAbove: string | undefined,
  storyDay: string,
  today: string,
): Finding | undefined {
  // A story that is to appear later may come with its correction.
  if (date > today && date > storyDay) return correctionFromTheFuture(date, today)
  if (date < storyDay) return correctionBeforeStory(date, storyDay)
  return dateAbove !== undefined && date < dateAbove ? correctionOutOfOrder(date, dateAbove) : undefined
}
