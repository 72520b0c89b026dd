import { posix } from 'node:path'
import type { ContentLink, LinkingText } from '../compile/content-link.ts'
import type { CompiledFile } from '../compile/document.ts'
import type { Article } from '../newsroom/article.ts'
import { isEmail, toSitePath } from '../newsroom/link.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { deadAnchor, deadLink, linkToUnpublished } from '../problems/catalogue/links.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { placeAt, readPlace } from '../problems/place.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import { findTarget, type LinkMap } from '../site/resolve-link.ts'

/** Where links can lead. */
export interface Targets {
  addresses: ReadonlySet<string>
  /** The texts that stand at addresses, where they are known. */
  texts: ReadonlyMap<UrlPath, LinkingText>
}

/** The links of a text that lead somewhere else, or nowhere. */
export function bodyLinks({ document, file: { path, displayPath } }: CompiledFile<unknown>): ContentLink[] {
  const links: ContentLink[] = []
  if (document === undefined) return links
  const { body } = document
  for (const placeholder of body.deferredPlaceholders) {
    if (placeholder.kind === 'link' || placeholder.kind === 'action-link')
      links.push({
        target: placeholder.target,
        displayPath,
        path,
        place: () => readPlace(placeholder.place),
        text: body,
      })
  }
  return links
}

/** The links of a story's actions, in front matter. */
export function actionLinks({ document, file }: CompiledFile<Article>): ContentLink[] {
  if (document === undefined || document.front.actions.length === 0) return []
  const { front, body } = document
  return front.actions.flatMap(({ url }, index) =>
    url === undefined
      ? []
      : [
          {
            target: url,
            displayPath: file.displayPath,
            path: file.path,
            place: () => placeAt(document.places, 'actions', index),
            text: body,
          },
        ],
  )
}

/** Every link within the site must lead to a page or file, and to a place that the page has. */
export function checkLinks(links: readonly ContentLink[], map: LinkMap, targets: Targets): Problem[] {
  return links.flatMap(({ target: written, displayPath, path, place, text }): Problem[] => {
    const at = (finding: Finding): Problem[] => [{ ...finding, file: displayPath, ...place() }]
    const target = findTarget(written, path, map)
    if (target === 'elsewhere') return []
    if (target === 'unpublished') return at(linkToUnpublished(written))
    const kind = leadingOut(written) === undefined ? kindOf(written) : 'page'
    if (target === undefined) return at(deadLink(written, leadingOut(written) ?? nearestPath(written, path, map), kind))
    const { address, anchor } = target
    if (address !== undefined && !targets.addresses.has(address))
      return at(deadLink(written, nearestAddress(toSitePath(written, map.site), address, targets), kind))
    if (anchor === undefined || anchor === '') return []
    const { anchors } = (address === undefined ? text : targets.texts.get(address)) ?? {}
    if (anchors === undefined || anchors.includes(anchor)) return []
    return at(deadAnchor(`#${anchor}`, closestMatch(anchor, anchors)))
  })
}

/** What a link most likely means: a page or its text, or a file that is linked as it is. */
function kindOf(written: string): 'page' | 'file' {
  const ending = posix.extname(written.replace(/[?#].*$/, '')).toLowerCase()
  return /^\.(?!(?:md|markdown|html?)$)[a-z0-9]{2,5}$/.test(ending) ? 'file' : 'page'
}

/** A link out of the site that lacks its beginning, with it. */
function leadingOut(written: string): string | undefined {
  if (isEmail(written)) return `mailto:${written}`
  return /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|edu|gov|info|net|org)(?:[/?#]|$))/i.test(written)
    ? `https://${written}`
    : undefined
}

/** The address that a link most likely means: the page whose file it names, or the nearest. */
function nearestAddress(written: string, address: UrlPath, { addresses }: Targets): string | undefined {
  const page = address.replace(/(?:\/index)?\.html?$/, '/')
  return addresses.has(page) ? page : closestMatch(page === address ? written : page, addresses)
}

/** The path of the file that a relative link most likely means, from the file that links. */
function nearestPath(written: string, path: string, { byPath }: LinkMap): string | undefined {
  const folder = posix.dirname(path)
  const meant = closestMatch(
    posix.join(folder, written),
    [...byPath.keys()].filter((known) => known !== path),
  )
  return meant === undefined ? undefined : posix.relative(folder, meant)
}
