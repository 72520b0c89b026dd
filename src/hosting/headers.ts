import { basePath } from '../newsroom/url-path.ts'
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
    const base = basePath(site.outlet.url)
    // A host that serves the site at its root, for another that forwards a folder to it, gets requests without the base.
    const folders = [...new Set([...immutableFolders, ...immutableFolders.map((folder) => base + folder)])]
    const rules = [
      { path: '/*', headers: securityHeaders(site.outlet) },
      ...folders.map((folder) => ({ path: `${folder}*`, headers: cacheForever })),
    ]
    return [{ url: '/_headers', props: { rules } }]
  },
  render: ({ rules }: HeadersProps) =>
    rules
      .map(({ path, headers }) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
      .join('\n'),
})
