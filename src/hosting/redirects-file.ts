import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import type { PageContext } from '../pages/page-context.ts'
import { findRedirects } from '../pages/redirects.ts'

/** `_redirects`, which Netlify, Cloudflare Pages and others read: an old address, the one it has, and the status. */
export function redirects({ moves }: { moves: readonly { from: UrlPath; to: UrlPath }[] }): string {
  return moves.map(({ from, to }) => `${escaped(encodeUrlPath(from))} ${escaped(encodeUrlPath(to))} 301\n`).join('')
}

export function redirectsOutput({ site }: PageContext): Output[] {
  const moves = findRedirects(site).map(({ from, to }) => ({ from, to }))
  return moves.length === 0 ? [] : [{ url: '/_redirects', layout: 'redirects', props: { moves } }]
}

const escaped = (path: string) => path.replaceAll('*', '%2A')
