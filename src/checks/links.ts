import { posix } from 'node:path'
import type { ContentLink } from '../compile/content-link.ts'
import { isEmail } from '../newsroom/link.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { deadAnchor, deadLink, linkToUnpublished } from '../problems/catalogue/links.ts'
import { closestMatch } from '../problems/closest-match.ts'
import type { Finding } from '../problems/problem.ts'
import { findTarget, pathWithinSite } from '../site/resolve-link.ts'
import { defineCheck, type SiteContext } from './check.ts'
import { findActionLinks, findBodyLinks } from './find-content-links.ts'

export const links = defineCheck({
  name: 'links',
  rule: 'Every link within the site leads to a page or file, and to a place that the page has.',
  stage: 'site',
  run(context) {
    const { content, contentFiles, outletLinks, site, urls } = context
    const urlSet: ReadonlySet<string> = new Set(urls)
    // The texts and not their anchors, which the cache decodes when they are read: few links lead to an anchor.
    const texts = new Map([...site.articles, ...site.pages].map(({ address, body }) => [address, body] as const))
    const all = [...outletLinks, ...contentFiles.flatMap(findBodyLinks), ...content.articles.flatMap(findActionLinks)]
    return all.flatMap((link) => {
      const finding = checkLink(link, context.links, urlSet, texts)
      return finding === undefined ? [] : [{ ...finding, file: link.displayPath, ...link.place() }]
    })
  },
})

function checkLink(
  { target: typed, path, text }: ContentLink,
  map: SiteContext['links'],
  urls: ReadonlySet<string>,
  textsByUrl: ReadonlyMap<UrlPath, ContentLink['text']>,
): Finding | undefined {
  const target = findTarget(typed, path, map)
  if (target === 'elsewhere') return undefined
  if (target === 'unpublished') return linkToUnpublished(typed)
  if (target === undefined) {
    const external = completeExternal(typed)
    return deadLink(
      typed,
      external ?? closestPath(typed, path, map),
      external === undefined ? guessKind(typed) : 'page',
    )
  }
  const { address, anchor } = target
  if (address !== undefined && !urls.has(address)) {
    const kind = completeExternal(typed) === undefined ? guessKind(typed) : 'page'
    return deadLink(typed, closestUrl(pathWithinSite(typed, map), address, urls), kind)
  }
  if (anchor === undefined || anchor === '') return undefined
  const { anchors } = (address === undefined ? text : textsByUrl.get(address)) ?? {}
  if (anchors === undefined || anchors.includes(anchor)) return undefined
  return deadAnchor(`#${anchor}`, closestMatch(anchor, anchors))
}

/**
 * Guesses the kind of target that a dead link was meant for: a page, also by the name of its Markdown, or another file.
 */
function guessKind(typed: string): 'page' | 'file' {
  const extension = posix.extname(typed.replace(/[?#].*$/, '')).toLowerCase()
  return /^\.(?!(?:md|markdown|html?)$)[a-z0-9]{2,5}$/.test(extension) ? 'file' : 'page'
}

/** Completes an external link that lacks its scheme; undefined if it does not look like one. */
function completeExternal(typed: string): string | undefined {
  if (isEmail(typed)) return `mailto:${typed}`
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|edu|gov|info|net|org)(?:[/?#]|$))/i.test(typed)
    ? `https://${typed}`
    : undefined
}

/** Finds the URL that a dead link most likely meant: the page whose HTML file it names, or the closest one. */
function closestUrl(typed: string, address: UrlPath, urls: ReadonlySet<string>): string | undefined {
  const page = address.replace(/(?:\/index)?\.html?$/, '/')
  return urls.has(page) ? page : closestMatch(page === address ? typed : page, urls)
}

/** Finds the content file that a dead relative link most likely meant, as a path relative to the file that links. */
function closestPath(typed: string, path: string, { byPath }: SiteContext['links']): string | undefined {
  const folder = posix.dirname(path)
  const match = closestMatch(
    posix.join(folder, typed),
    [...byPath.keys()].filter((other) => other !== path),
  )
  return match === undefined ? undefined : posix.relative(folder, match)
}
