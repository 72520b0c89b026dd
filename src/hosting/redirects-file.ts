import { type Address, href } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import type { Frame } from '../pages/page-context.ts'
import { movesOf } from '../pages/redirects.ts'

/** `_redirects`, which Netlify, Cloudflare Pages and others read: an old address, the one it has, and the status. */
export function redirects({ moves }: { moves: readonly { from: Address; to: Address }[] }): string {
  return moves.map(({ from, to }) => `${escaped(href(from))} ${escaped(href(to))} 301\n`).join('')
}

export function redirectsOutput({ site }: Frame): Output[] {
  const moves = movesOf(site).map(({ from, to }) => ({ from, to }))
  return moves.length === 0 ? [] : [{ url: '/_redirects', layout: 'redirects', props: { moves } }]
}

const escaped = (path: string) => path.replaceAll('*', '%2A')
