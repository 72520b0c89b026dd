import { listedVersion } from '../newsroom/translation.ts'
import type { Site, SiteArticle } from './site.ts'

/** Answered prayers: which article reports the answer to the requests of which. Newest first. */
export interface AnsweredPrayers {
  /** By an article with requests, in each of its languages: the articles that report an answer. */
  answeredIn: ReadonlyMap<SiteArticle, readonly SiteArticle[]>
  /** By an article that reports an answer: the articles with the requests. */
  answerTo: ReadonlyMap<SiteArticle, readonly SiteArticle[]>
}

/** Finds the answered prayers of a site, once for each list of articles. */
export function findAnsweredPrayers({ articles, versions }: Pick<Site, 'articles' | 'versions'>): AnsweredPrayers {
  const answers = answersByArticles.get(articles) ?? collectAnswers(articles, versions)
  answersByArticles.set(articles, answers)
  return answers
}

const answersByArticles = new WeakMap<readonly SiteArticle[], AnsweredPrayers>()

function collectAnswers(articles: readonly SiteArticle[], versions: Site['versions']): AnsweredPrayers {
  const answeredIn = new Map<SiteArticle, SiteArticle[]>()
  const answerTo = new Map<SiteArticle, SiteArticle[]>()
  const reports = articles.filter(({ front }) => front.answers.length > 0)
  const bySlug = new Map(reports.length === 0 ? [] : articles.map((article) => [article.slug, article]))
  for (const report of reports) {
    const requests = report.front.answers.flatMap((slug) => bySlug.get(slug) ?? [])
    answerTo.set(report, distinct(requests.map((request) => versionFor(request, report, versions))))
    for (const request of requests.flatMap((request) => versions.get(request) ?? [request])) {
      answeredIn.set(request, distinct([...(answeredIn.get(request) ?? []), versionFor(report, request, versions)]))
    }
  }
  return { answeredIn, answerTo }
}

/** The version of an article for the readers of another one. */
const versionFor = (article: SiteArticle, reader: SiteArticle, versions: Site['versions']): SiteArticle =>
  listedVersion(versions.get(article) ?? [article], reader.language) ?? article

const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)]
