import { lastChange } from '../newsroom/article.ts'
import { absoluteUrl, type UrlPath } from '../newsroom/url-path.ts'
import { lazyOutput, type Output } from '../pages/output.ts'
import type { PageContext } from '../pages/page-context.ts'
import type { SitemapProps } from './sitemap.ts'

/** How many pages one sitemap holds; sitemaps.org allows 50,000. */
const most = 40_000

/** Pages that lead on, and those that hold a story a second time. */
const hidden: ReadonlySet<string> = new Set([
  'not-found',
  'redirect',
  'republish',
  'script',
  'text-list',
  'text-story',
  'asset',
])

/** The sitemap: every page that search engines may find, stories with the day of their last change, in the order of the site. */
export function sitemapOutputs({ site }: PageContext, pages: readonly Output[]): Output[] {
  const { articles, outlet } = site
  const shown = pages.filter(({ layout }) => !hidden.has(layout)).map(({ url }) => url)
  const changed = new Map<UrlPath, string>()
  for (const { address, front } of articles) {
    changed.set(address, lastChange(front, outlet.timeZone)?.day ?? front.date.day)
  }
  const sitemapOf = (url: UrlPath, shown: readonly UrlPath[]): Output =>
    lazyOutput(
      { url, layout: 'sitemap' },
      () => ({ site: outlet.url, lines: shown.map((page) => `${changed.get(page) ?? ''} ${page}`).join('\n') }),
      propsOf,
    )
  if (shown.length <= most) return [sitemapOf('/sitemap.xml', shown)]
  const parts = Array.from({ length: Math.ceil(shown.length / most) }, (_, index) =>
    sitemapOf(`/sitemap-${index + 1}.xml`, shown.slice(index * most, (index + 1) * most)),
  )
  return [
    {
      url: '/sitemap.xml',
      layout: 'sitemap-index',
      props: { sitemaps: parts.map(({ url }) => absoluteUrl(outlet.url, url)) },
    },
    ...parts,
  ]
}

/** What a sitemap is made of. */
interface Parts {
  /** The address of the site. */
  site: string
  /** A page a line: the day of its last change, where it is known, a space, its address. One text is compared much quicker than a list. */
  lines: string
}

function propsOf({ site, lines }: Parts): SitemapProps {
  if (lines === '') return { pages: [] }
  return {
    pages: lines.split('\n').map((line) => {
      const at = line.indexOf(' ')
      return { url: absoluteUrl(site, line.slice(at + 1) as UrlPath), changed: line.slice(0, at) || undefined }
    }),
  }
}
