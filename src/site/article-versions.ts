import type { Outlet } from '../newsroom/outlet.ts'
import { listedVersion } from '../newsroom/translation.ts'
import type { SiteArticle } from './site.ts'
import { compareText } from './sort-order.ts'

/** Groups the versions of each article that was translated: the original first, then the others by language. */
export function groupVersions(articles: readonly SiteArticle[]): Map<SiteArticle, SiteArticle[]> {
  const versions = new Map<SiteArticle, SiteArticle[]>()
  const translations = articles.filter(({ front }) => front.translationOf !== undefined)
  if (translations.length === 0) return versions
  const bySlug = new Map(articles.map((article) => [article.slug, article]))
  const groups = new Map<string, SiteArticle[]>()
  const sorted = translations.toSorted((a, b) => compareText(a.language, b.language) || compareText(a.slug, b.slug))
  for (const article of sorted) {
    const slug = article.front.translationOf ?? ''
    const group = groups.get(slug) ?? [bySlug.get(slug)].filter((original) => original !== undefined)
    groups.set(slug, group)
    group.push(article)
  }
  for (const group of groups.values()) {
    if (group.length > 1) for (const article of group) versions.set(article, group)
  }
  return versions
}

/**
 * True if lists show an article. Of several versions they show one; a translation without its original only if it is in the outlet's
 * language.
 */
export function isInLists(
  article: SiteArticle,
  versions: readonly SiteArticle[] | undefined,
  { language }: Pick<Outlet, 'language'>,
): boolean {
  if (versions !== undefined) return article === listedVersion(versions, language)
  return article.front.translationOf === undefined || article.language === language
}
