import { asset } from './asset.ts'
import { headers } from './headers.ts'
import { redirects } from './redirects.ts'
import { robots } from './robots.ts'
import { rss } from './rss.ts'
import { sitemap, sitemapIndex } from './sitemap.ts'

/** Everything that is published besides HTML pages, by the name that outputs give: props in, text out. */
export const feeds = {
  asset,
  headers,
  redirects,
  robots,
  rss,
  sitemap,
  'sitemap-index': sitemapIndex,
} as const
