import { basePath, encodeUrlPath } from '../newsroom/url-path.ts'
import { defineOutputKind } from '../pages/output-kind.ts'
import { findRedirects } from '../pages/redirects.ts'

interface RedirectsProps {
  /** Paths on the host, percent-encoded. */
  redirects: readonly { from: string; to: string }[]
  /** The folder of the host that the site stands in; empty at the root. */
  base: string
}

/**
 * `_redirects`, which Netlify, Cloudflare Pages and others read: a line of old address, new address and status each. For a site in a
 * folder of its host, a last line has the host answer below that folder.
 */
export const redirects = defineOutputKind({
  name: 'redirects',
  files: ({ site }) => {
    const base = basePath(site.outlet.url)
    const redirects = findRedirects(site).map(({ from, to }) => ({
      from: base + encodeUrlPath(from),
      to: base + encodeUrlPath(to),
    }))
    return redirects.length === 0 && base === '' ? [] : [{ url: '/_redirects', props: { redirects, base } }]
  },
  render: ({ redirects, base }: RedirectsProps) => {
    const lines = redirects.map(({ from, to }) => `${escapeAsterisks(from)} ${escapeAsterisks(to)} 301\n`)
    return [...lines, ...(base === '' ? [] : [`${base}/* /:splat 200\n`])].join('')
  },
})

/** An asterisk in `_redirects` matches any address. */
const escapeAsterisks = (path: string) => path.replaceAll('*', '%2A')
