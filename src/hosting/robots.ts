import type { Output } from '../pages/output.ts'
import type { PageContext } from '../pages/page-context.ts'

/** robots.txt: everything may be read, and the sitemap is there. */
export function robots({ sitemap }: { sitemap: string }): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`
}

export function robotsOutput({ site }: PageContext): Output {
  return { url: '/robots.txt', layout: 'robots', props: { sitemap: `${site.outlet.url}/sitemap.xml` } }
}
