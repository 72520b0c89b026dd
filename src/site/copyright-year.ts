import type { Site } from './site.ts'

/** The year of the newest article, so that New Year does not change the footer of every page. */
export function copyrightYear({ articles, today }: Pick<Site, 'articles' | 'today'>): string {
  return (articles[0]?.front.date.day ?? today).slice(0, 4)
}
