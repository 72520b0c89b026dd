import { headersOutput } from '../hosting/headers-file.ts'
import { redirectsOutput } from '../hosting/redirects-file.ts'
import { robotsOutput } from '../hosting/robots.ts'
import type { Output } from '../pages/output.ts'
import type { PageContext } from '../pages/page-context.ts'
import { rssOutputs } from './rss-outputs.ts'
import { sitemapOutputs } from './sitemap-outputs.ts'

/** Every feed of a site. The sitemap comes last: it lists the pages that the others stand beside. */
export function feedOutputs(context: PageContext, pages: readonly Output[]): Output[] {
  return [
    ...rssOutputs(context),
    ...redirectsOutput(context),
    robotsOutput(context),
    headersOutput(context),
    ...sitemapOutputs(context, pages),
  ]
}
