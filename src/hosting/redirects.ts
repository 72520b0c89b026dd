import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { defineOutputKind } from '../pages/output-kind.ts'
import { findRedirects } from '../pages/redirects.ts'

interface RedirectsProps {
  redirects: readonly { from: UrlPath; to: UrlPath }[]
}

/** `_redirects`, which Netlify, Cloudflare Pages and others read: a line of old address, new address and status each. */
export const redirects = defineOutputKind({
  name: 'redirects',
  files: ({ site }) => {
    const redirects = findRedirects(site).map(({ from, to }) => ({ from, to }))
    return redirects.length === 0 ? [] : [{ url: '/_redirects', props: { redirects } }]
  },
  render: ({ redirects }: RedirectsProps) =>
    redirects
      .map(({ from, to }) => `${escapeAsterisks(encodeUrlPath(from))} ${escapeAsterisks(encodeUrlPath(to))} 301\n`)
      .join(''),
})

/** An asterisk in `_redirects` matches any address. */
const escapeAsterisks = (path: string) => path.replaceAll('*', '%2A')
