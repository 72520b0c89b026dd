import type { BodySummary } from '../build/compile.ts'
import type { Address } from '../newsroom/address.ts'
import { deadAnchor, deadLink, linkToUnpublished } from '../problems/catalogue.ts'
import { nearest } from '../problems/nearest.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import { findTarget, type LinkMap } from '../site/links.ts'

/** A text whose links are checked. */
export interface LinkedText {
  shown: string
  path: string
  body: BodySummary
}

/** Where links can lead. */
export interface Targets {
  addresses: ReadonlySet<string>
  /** The ids of the texts that stand at addresses, where they are known. */
  anchors: ReadonlyMap<Address, readonly string[]>
}

/** Every link within the site must lead to a page or file, and to a place that the page has. */
export function checkLinks(texts: readonly LinkedText[], map: LinkMap, targets: Targets): Problem[] {
  return texts.flatMap(({ shown, path, body }) =>
    body.holes.flatMap((hole): Problem[] => {
      if (hole.kind !== 'link' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(hole.target)) return []
      const { line, column } = hole
      const at = (finding: Finding): Problem[] => [{ ...finding, file: shown, start: { line, column } }]
      const target = findTarget(hole.target, path, map)
      if (target === 'unpublished') return at(linkToUnpublished(hole.target))
      if (target === undefined) return at(deadLink(hole.target, nearest(hole.target, map.byPath.keys())))
      const { address, anchor } = target
      if (address !== undefined && !targets.addresses.has(address)) {
        return at(deadLink(hole.target, nearest(hole.target, targets.addresses as ReadonlySet<string>)))
      }
      const anchors = address === undefined ? body.anchors : targets.anchors.get(address)
      if (anchor === undefined || anchor === '' || anchors === undefined || anchors.includes(anchor)) return []
      return at(deadAnchor(`#${anchor}`, nearest(anchor, anchors)))
    }),
  )
}
