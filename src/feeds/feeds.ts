import type { Output } from '../pages/output.ts'
import type { OutputKind } from '../pages/output-kind.ts'
import type { PageContext } from '../pages/page-context.ts'
import { rss } from './rss.ts'
import { sitemap, sitemapIndex } from './sitemap.ts'

/** Every kind of feed, each in a file of its own. */
const feeds: readonly OutputKind[] = [rss, sitemapIndex, sitemap]

/**
 * Returns every feed and sitemap of a site.
 *
 * @param pages the HTML pages of the site, for the sitemap
 */
export function feedOutputs(context: PageContext, pages: readonly Output[]): Output[] {
  return feeds.flatMap((feed) => feed.outputs(context, pages))
}
