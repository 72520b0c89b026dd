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
import type { Finding, Problem } from '../problems/problem.ts'
import { articleSlug } from '../site/content-addresses.ts'
import { defineCheck, problemIn } from './check.ts'

export const storyReferences = defineCheck({
  name: 'story-references',
  rule: 'A story that another one names exists, and is a request for prayer or an original as its key says.',
  stage: 'content',
  run({ content, outlet }) {
    const referring = content.articles.filter(({ document }) => document !== undefined && refersToStory(document.front))
    if (referring.length === 0) return []
    const bySlug = new Map(content.articles.map((article) => [articleSlug(article), article]))
    return referring.flatMap((article) => {
      const { answers = [], translationOf, language = outlet.language } = article.document?.front ?? {}
      const check = (key: 'answers' | 'translationOf', slug: string, index: number): Problem[] => {
        const story = bySlug.get(slug)
        const finding =
          story === undefined
            ? unknownArticle(key, slug, closestMatch(slug, bySlug.keys()))
            : story === article
              ? storyOfItself(key)
              : key === 'answers'
                ? checkAnswered(story, slug)
                : checkOriginal(story, slug, language, outlet.language)
        return finding === undefined ? [] : [problemIn(article, finding, key, index)]
      }
      return [
        ...answers.flatMap((slug, index) => check('answers', slug, index)),
        ...(translationOf === undefined ? [] : check('translationOf', translationOf, 0)),
      ]
    })
  },
})

const refersToStory = ({ answers, translationOf }: Article) => answers.length > 0 || translationOf !== undefined

function checkAnswered({ document }: CompiledFile<Article>, slug: string): Finding | undefined {
  const actions = [...(document?.front.actions ?? []), ...(document?.body.actions ?? [])]
  return actions.some(({ kind }) => kind === 'pray') ? undefined : answerWithoutRequest(slug)
}

function checkOriginal(
  { document }: CompiledFile<Article>,
  slug: string,
  language: string,
  outletLanguage: string,
): Finding | undefined {
  const { translationOf, language: originalLanguage = outletLanguage } = document?.front ?? {}
  if (translationOf !== undefined) return translationOfTranslation(slug, translationOf)
  return language === originalLanguage ? translationInSameLanguage(language) : undefined
}
