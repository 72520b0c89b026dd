import { toUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { groupBy } from './group-by.ts'
import type { Site, SiteArticle } from './site.ts'
import { compareText } from './sort-order.ts'

/** A language besides the outlet's own, and the articles in it. */
export interface SiteLanguage {
  language: string
  /** The address of its list of articles. */
  address: UrlPath
  /** Newest first, translations included. */
  articles: readonly SiteArticle[]
}

/** Returns the languages of the site's articles besides the outlet's own. */
export function findLanguages({ articles, outlet }: Site): SiteLanguage[] {
  const foreign = articles.filter(({ language }) => language !== outlet.language)
  return [...groupBy(foreign, ({ language }) => language)]
    .map(([language, articles]) => ({ language, articles, address: toUrlPath(`/${language.toLowerCase()}/`) }))
    .sort((a, b) => compareText(a.language, b.language))
}
