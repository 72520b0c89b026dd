import { defineOutputKind } from '../pages/output-kind.ts'

/** `robots.txt`: allows everything and gives the address of the sitemap. */
export const robots = defineOutputKind({
  name: 'robots',
  files: ({ site }) => [{ url: '/robots.txt', props: { sitemap: `${site.outlet.url}/sitemap.xml` } }],
  render: ({ sitemap }: { sitemap: string }) => `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`,
})
