import { defineOutputKind } from '../pages/output-kind.ts'
import { immutableCacheControl, immutableFolders, securityHeaders } from './security-headers.ts'

interface HeadersProps {
  rules: readonly { path: string; headers: readonly (readonly [name: string, value: string])[] }[]
}

/** `_headers`, which Netlify and Cloudflare Pages read: a path, and the headers of every file below it. */
export const headers = defineOutputKind({
  name: 'headers',
  files: ({ site }) => {
    const cacheForever = [['Cache-Control', immutableCacheControl]] as const
    const rules = [
      { path: '/*', headers: securityHeaders(site.outlet) },
      ...immutableFolders.map((folder) => ({ path: `${folder}*`, headers: cacheForever })),
    ]
    return [{ url: '/_headers', props: { rules } }]
  },
  render: ({ rules }: HeadersProps) =>
    rules
      .map(({ path, headers }) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
      .join('\n'),
})
