import { type Address, absolute } from '../newsroom/address.ts'
import { lastChange } from '../newsroom/article.ts'
import type { Frame } from '../pages/frame.ts'
import type { Output } from '../pages/output.ts'

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
export function sitemapOutputs({ site }: Frame, pages: readonly Output[]): Output[] {
  const changed = new Map(
    site.articles.map(({ address, front }) => {
      return [address, lastChange(front, site.outlet.timeZone)?.day ?? front.date.day]
    }),
  )
  const entries = pages
    .filter(({ layout }) => !hidden.has(layout))
    .map(({ url }) => ({ url: absolute(site.outlet.url, url), changed: changed.get(url) }))
  if (entries.length <= most) return [{ url: '/sitemap.xml', layout: 'sitemap', props: { pages: entries } }]
  const parts = Array.from({ length: Math.ceil(entries.length / most) }, (_, index) => ({
    url: `/sitemap-${index + 1}.xml` as Address,
    pages: entries.slice(index * most, (index + 1) * most),
  }))
  return [
    {
      url: '/sitemap.xml',
      layout: 'sitemap-index',
      props: { sitemaps: parts.map(({ url }) => absolute(site.outlet.url, url)) },
    },
    ...parts.map(({ url, pages }): Output => ({ url, layout: 'sitemap', props: { pages } })),
  ]
}
