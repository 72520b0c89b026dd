import { basePath } from '../newsroom/url-path.ts'
import { defineOutputKind } from '../pages/output-kind.ts'

/** `robots.txt`: allows everything and gives the address of the sitemap. Search engines read it at the root of a host alone. */
export const robots = defineOutputKind({
  name: 'robots',
  files: ({ site: { outlet } }) =>
    basePath(outlet.url) === '' ? [{ url: '/robots.txt', props: { sitemap: `${outlet.url}/sitemap.xml` } }] : [],
  render: ({ sitemap }: { sitemap: string }) => `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`,
})
