import type { Output } from '../pages/output.ts'
import type { PageContext } from '../pages/page-context.ts'
import { immutableCacheControl, immutableFolders, securityHeaders } from './security-headers.ts'

/** `_headers`, which Netlify and Cloudflare Pages read: a path, and what is said with every file below it. */
export function headers({
  rules,
}: {
  rules: readonly { path: string; headers: readonly [string, string][] }[]
}): string {
  return rules
    .map(({ path, headers }) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('\n')
}

export function headersOutput({ site }: PageContext): Output {
  const rules = [
    { path: '/*', headers: securityHeaders(site.outlet) },
    ...immutableFolders.map((folder) => ({
      path: `${folder}*`,
      headers: [['Cache-Control', immutableCacheControl]] as [string, string][],
    })),
  ]
  return { url: '/_headers', layout: 'headers', props: { rules } }
}
