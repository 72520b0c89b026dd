import { escapeHtml } from '../jsx/escape.ts'

/** The namespace of sitemaps.org, whose schema says what may stand in a sitemap. */
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

export interface SitemapProps {
  /** Whole addresses, with the day of the last change as YYYY-MM-DD where it is known. */
  pages: readonly { url: string; changed?: string | undefined }[]
}

/** A sitemap, as sitemaps.org has it. */
export function sitemap({ pages }: SitemapProps): string {
  return listOf('urlset', 'url', pages)
}

/** A list of sitemaps, for sites of more pages than one may hold. */
export function sitemapIndex({ sitemaps }: { sitemaps: readonly string[] }): string {
  return listOf(
    'sitemapindex',
    'sitemap',
    sitemaps.map((url) => ({ url })),
  )
}

function listOf(list: string, entry: string, pages: SitemapProps['pages']): string {
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="${namespace}">\n`
  for (const { url, changed } of pages) {
    const day = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`
    text += `<${entry}><loc>${addressText(url)}</loc>${day}</${entry}>\n`
  }
  return `${text}</${list}>\n`
}

/** sitemaps.org asks for one sign more. */
const addressText = (url: string) => escapeHtml(url).replaceAll("'", '&apos;')
