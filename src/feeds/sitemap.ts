import { escapeHtml } from '../jsx/escape.ts'
import { lastChange } from '../newsroom/article.ts'
import { absoluteUrl, type UrlPath } from '../newsroom/url-path.ts'
import { isHtmlPage, type Output } from '../pages/output.ts'
import { defineOutputKind, lazyProps } from '../pages/output-kind.ts'

/** The namespace of sitemaps.org. */
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** How many pages one sitemap lists; sitemaps.org allows 50,000. */
const maxPages = 40_000

interface SitemapProps {
  /** Absolute addresses, with the day of the last change as YYYY-MM-DD where it is known. */
  pages: readonly { url: string; changed?: string | undefined }[]
}

interface SitemapInputs {
  siteUrl: string
  /**
   * One line a page: the day of its last change, which may be empty, a space, its address. One text is compared much faster
   * than a list.
   */
  lines: string
}

/** The sitemap in the format of sitemaps.org: every page that search engines may list, articles with the day of their last change. */
export const sitemap = defineOutputKind({
  name: 'sitemap',
  files: ({ site: { articles, outlet }, customUrls }, pages) => {
    const changes = new Map<UrlPath, string>()
    for (const { address, front } of articles) {
      changes.set(address, lastChange(front, outlet.timeZone)?.day ?? front.date.day)
    }
    const parts = splitPages(pages, customUrls)
    return parts.map((urls, index) => ({
      url: parts.length === 1 ? '/sitemap.xml' : partAddress(index),
      props: lazyProps(
        (): SitemapInputs => ({
          siteUrl: outlet.url,
          lines: urls.map((url) => `${changes.get(url) ?? ''} ${url}`).join('\n'),
        }),
        sitemapProps,
      ),
    }))
  },
  render: ({ pages }: SitemapProps) => listXml('urlset', 'url', pages),
})

/** The list of sitemaps, for a site with more pages than one sitemap may list. */
export const sitemapIndex = defineOutputKind({
  name: 'sitemap-index',
  files: ({ site, customUrls }, pages) => {
    const parts = splitPages(pages, customUrls)
    if (parts.length === 1) return []
    const sitemaps = parts.map((_, index) => absoluteUrl(site.outlet.url, partAddress(index)))
    return [{ url: '/sitemap.xml', props: { sitemaps } }]
  },
  render: ({ sitemaps }: { sitemaps: readonly string[] }) =>
    listXml(
      'sitemapindex',
      'sitemap',
      sitemaps.map((url) => ({ url })),
    ),
})

const partAddress = (index: number): UrlPath => `/sitemap-${index + 1}.xml`

/** The addresses of the pages to list, in the order of the site, a list for each sitemap; one empty list for a site without pages. */
function splitPages(pages: readonly Output[], customUrls: readonly UrlPath[] = []): UrlPath[][] {
  const urls = pages.filter((page) => isHtmlPage(page) && page.inSitemap !== false).map(({ url }) => url)
  urls.push(...customUrls)
  return Array.from({ length: Math.max(1, Math.ceil(urls.length / maxPages)) }, (_, index) =>
    urls.slice(index * maxPages, (index + 1) * maxPages),
  )
}

function sitemapProps({ siteUrl, lines }: SitemapInputs): SitemapProps {
  if (lines === '') return { pages: [] }
  return {
    pages: lines.split('\n').map((line) => {
      const space = line.indexOf(' ')
      return { url: absoluteUrl(siteUrl, line.slice(space + 1) as UrlPath), changed: line.slice(0, space) || undefined }
    }),
  }
}

function listXml(list: string, entry: string, pages: SitemapProps['pages']): string {
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="${namespace}">\n`
  for (const { url, changed } of pages) {
    const day = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`
    text += `<${entry}><loc>${escapeUrl(url)}</loc>${day}</${entry}>\n`
  }
  return `${text}</${list}>\n`
}

/** sitemaps.org wants apostrophes escaped as well. */
const escapeUrl = (url: string) => escapeHtml(url).replaceAll("'", '&apos;')
