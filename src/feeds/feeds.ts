import { headers } from '../hosting/headers-file.ts'
import { redirects } from '../hosting/redirects-file.ts'
import { robots } from '../hosting/robots.ts'
import { asset } from '../pages/asset.ts'
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
