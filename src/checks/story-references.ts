import type { CompiledFile } from '../compile/document.ts'
import type { Article } from '../newsroom/article.ts'
import {
  answerWithoutRequest,
  storyOfItself,
  translationInSameLanguage,
  translationOfTranslation,
  unknownArticle,
} from '../problems/catalogue/story-references.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { placeAt } from '../problems/place.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import { articleSlug, type Content } from '../site/site.ts'

/** Every story that another one names must be there, and be what it is named for. */
export function checkStoryReferences({ articles }: Content, language: string): Problem[] {
  const naming = articles.filter(({ document }) => document !== undefined && namesStories(document.front))
  if (naming.length === 0) return []
  const bySlug = new Map(articles.map((article) => [articleSlug(article), article]))
  return naming.flatMap((article) => {
    const { document, file } = article
    if (document === undefined) return []
    const { front } = document
    const check = (key: 'answers' | 'translationOf', slug: string, index: number): Problem[] => {
      const at = (finding: Finding): Problem[] => [
        { ...finding, file: file.displayPath, ...placeAt(document.places, key, index) },
      ]
      const other = bySlug.get(slug)
      if (other === undefined) return at(unknownArticle(key, slug, closestMatch(slug, bySlug.keys())))
      if (other === article) return at(storyOfItself(key))
      if (key === 'answers') return asksForPrayer(other) ? [] : at(answerWithoutRequest(slug))
      const original = other.document?.front
      if (original?.translationOf !== undefined) return at(translationOfTranslation(slug, original.translationOf))
      const own = front.language ?? language
      return own === (original?.language ?? language) ? at(translationInSameLanguage(own)) : []
    }
    return [
      ...front.answers.flatMap((slug, index) => check('answers', slug, index)),
      ...(front.translationOf === undefined ? [] : check('translationOf', front.translationOf, 0)),
    ]
  })
}

const namesStories = ({ answers, translationOf }: Article) => answers.length > 0 || translationOf !== undefined

function asksForPrayer({ document }: CompiledFile<Article>): boolean {
  return [...(document?.front.actions ?? []), ...(document?.body.actions ?? [])].some(({ kind }) => kind === 'pray')
}
