import { noArticles as noArticlesProblem } from '../problems/catalogue/files.ts'
import { fileStart } from '../problems/problem.ts'
import { defineCheck } from './check.ts'

export const noArticles = defineCheck({
  name: 'no-articles',
  rule: 'An outlet has at least one article.',
  stage: 'content',
  run({ content, contentDisplayPath }) {
    if (content.articles.length > 0) return []
    return [{ ...noArticlesProblem(), file: `${contentDisplayPath}/articles/`, ...fileStart }]
  },
})
