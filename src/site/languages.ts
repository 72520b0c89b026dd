import { toUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { compareText, type Site, type SiteArticle } from './site.ts'

/** A language other than the outlet's, and what is told in it. */
export interface SiteLanguage {
  language: string
  address: UrlPath
  /** Newest first, translations included. */
  articles: readonly SiteArticle[]
}

/** The languages of stories besides the outlet's own, each with a list and a feed. */
export function findLanguages({ articles, outlet }: Site): SiteLanguage[] {
  const found = new Map<string, SiteArticle[]>()
  for (const article of articles) {
    if (article.language === outlet.language) continue
    const list = found.get(article.language)
    if (list === undefined) found.set(article.language, [article])
    else list.push(article)
  }
  return [...found]
    .map(([language, articles]) => ({ language, articles, address: toUrlPath(`/${language.toLowerCase()}/`) }))
    .sort((a, b) => compareText(a.language, b.language))
}
