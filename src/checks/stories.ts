import { answerWithoutRequest, storyOfItself, unknownArticle } from '../problems/catalogue.ts'
import { nearest } from '../problems/nearest.ts'
import { readPlace } from '../problems/place.ts'
import { type Finding, fileStart, type Problem } from '../problems/problem.ts'
import { type Content, slugOf } from '../site/site.ts'

/** Every story that another one names must be there, and be what it is named for. */
export function checkStories({ articles }: Content): Problem[] {
  const naming = articles.filter(({ document }) => document !== undefined && document.front.answers.length > 0)
  if (naming.length === 0) return []
  const bySlug = new Map(articles.map((article) => [slugOf(article), article]))
  return naming.flatMap((article) => {
    const { document, shown } = article
    if (document === undefined) return []
    return document.front.answers.flatMap((slug, index): Problem[] => {
      const place = document.places.answers?.[index]
      const at = (finding: Finding): Problem[] => [
        { ...finding, file: shown, ...(place === undefined ? fileStart : readPlace(place)) },
      ]
      const other = bySlug.get(slug)
      if (other === undefined) return at(unknownArticle('answers', slug, nearest(slug, bySlug.keys())))
      if (other === article) return at(storyOfItself('answers'))
      const asks = [...(other.document?.front.actions ?? []), ...(other.document?.body.actions ?? [])]
      return asks.some(({ kind }) => kind === 'pray') ? [] : at(answerWithoutRequest(slug))
    })
  })
}
