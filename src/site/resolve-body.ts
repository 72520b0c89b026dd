import type { BodySummary } from '../compile/compiler.ts'
import { dayInWords } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { type Hole, isSettled } from '../markdown/placeholder.ts'
import type { BodyReference, Fill } from '../markdown/resolve-placeholders.ts'
import { isOver } from '../newsroom/action.ts'
import { withinSite } from '../newsroom/link.ts'
import { type Address, absolute, href } from '../newsroom/url-path.ts'
import type { Media } from './medium.ts'
import { type PictureSources, pictureSources } from './picture-sources.ts'
import { findTarget, isOutward, type LinkMap, targetHref } from './resolve-link.ts'
import type { Site } from './site.ts'

/** What is needed to fill the holes of a text. */
export interface Filling {
  site: Site
  media: Media
  links: LinkMap
}

/** A text that stands on a page of its own. */
interface Text {
  address: Address
  path: string
  body: BodySummary
  language: string
}

/** What is known of a text without the file that it stands in. */
type Standing = Pick<Text, 'path'> & { body: Pick<BodySummary, 'openHoles'> }

/**
 * What the site says today of an open hole: where its link leads, null where it is left out; its picture or the address of its
 * recording, null where there is none; whether its day is past.
 */
export type Resolved = string | boolean | PictureSources | null

/**
 * What the site says today of the open holes of a text, in their order. With the text itself it is all that its fills are made of.
 *
 * @param source how the address of a file is written where the text stands
 */
export function resolveHoles(
  text: Standing,
  filling: Filling,
  source: (address: Address) => string = href,
): Resolved[] {
  return text.body.openHoles.map((hole) => resolveHole(hole, text.path, filling, source))
}

function resolveHole(
  hole: Hole,
  path: string,
  { site, media, links }: Filling,
  source: (address: Address) => string,
): Resolved {
  switch (hole.kind) {
    case 'link':
    case 'action-link': {
      if (isOver(hole, site.today)) return null
      const target = findTarget(hole.target, path, links)
      if (target === 'elsewhere') return withinSite(hole.target, links.site)
      return target === undefined || target === 'unpublished' ? null : targetHref(target)
    }
    case 'image': {
      const medium = media(path, hole.source)
      return medium === undefined ? null : pictureSources(medium, site.outlet.images, source)
    }
    case 'audio': {
      const medium = media(path, hole.source)
      return medium === undefined ? null : source(medium.address)
    }
    case 'until':
      return isOver(hole, site.today)
    case 'link-end':
      return null
  }
}

/** A text for its own page, of what the site says of it: links within the site begin with a slash. */
export function pageText(
  text: Pick<Text, 'body' | 'language'>,
  resolved: readonly Resolved[],
  site: string,
): BodyReference {
  return { body: text.body.hash, fills: fillsOf(text, resolved, site, (target) => target) }
}

/** A text for readers elsewhere: every link and file carries the site before it; readers' programs understand one size best. */
export function feedText(
  text: Omit<Text, 'path'>,
  resolved: readonly Resolved[],
  { url, language }: { url: string; language: string },
): BodyReference {
  const home = absolute(url, text.address)
  const link = (target: string) => (target.startsWith('#') ? home : url) + target
  const fills = fillsOf(text, resolved, language, link).map((fill): Fill => {
    if (fill.kind !== 'image') return fill
    const { kind, alt, src, width, height } = fill
    return { kind, alt, src, width, height }
  })
  return { body: text.body.hash, fills, home }
}

/** A text for lines that carry nothing but text: pictures give way to their descriptions. */
export function plainText(
  text: Pick<Text, 'body' | 'language'>,
  resolved: readonly Resolved[],
  site: string,
): BodyReference {
  const { body, fills } = pageText(text, resolved, site)
  return {
    body,
    fills: fills.map((fill) => {
      if (fill.kind === 'image') return { kind: 'text', text: `[${fill.alt}]` }
      return fill.kind === 'audio' ? { kind: 'text', text: '' } : fill
    }),
  }
}

/** A text for its own page, where nobody asks what it is made of. */
export function bodyForPage(text: Text, filling: Filling): BodyReference {
  return pageText(text, resolveHoles(text, filling), filling.site.outlet.language)
}

/**
 * @param resolved of the open holes
 * @param site the language of the site
 * @param link how a link that the site says or that stays within the text is written
 */
function fillsOf(
  { body, language }: Pick<Text, 'body' | 'language'>,
  resolved: readonly Resolved[],
  site: string,
  link: (target: string) => string,
): Fill[] {
  const ui = interfaceLanguage(language, site)
  const words = strings(ui)
  const { holes, anchors } = body
  let next = 0
  return holes.map((hole): Fill => {
    const found = isSettled(hole, anchors) ? undefined : resolved[next++]
    switch (hole.kind) {
      case 'link':
        return { kind: 'link', label: hole.label, ...linked(found === undefined ? hole.target : found, link) }
      case 'action-link':
        return { kind: 'action-link', words: hole.words, ...linked(found, link) }
      case 'link-end':
        return hole
      case 'image':
        return isPicture(found) ? { kind: 'image', alt: hole.alt, ...found } : { kind: 'text', text: hole.alt }
      case 'audio':
        return typeof found === 'string' ? { kind: 'audio', src: found, label: hole.label } : { kind: 'text', text: '' }
      case 'until': {
        const day = dayInWords(hole.until, ui)
        return { kind: 'text', text: found === true ? words.actionOver(day) : words.actionUntil(day) }
      }
    }
  })
}

function linked(found: Resolved | undefined, link: (target: string) => string): { href: string | null; out: boolean } {
  if (typeof found !== 'string') return { href: null, out: false }
  if (isOutward(found)) return { href: found, out: /^(?:https?:)?\/\//i.test(found) }
  return { href: link(found), out: false }
}

const isPicture = (found: Resolved | undefined): found is PictureSources => typeof found === 'object' && found !== null
