import type { BodySummary } from '../build/compile.ts'
import type { BodyReference, Fill } from '../markdown/fill.ts'
import { type Hole, isSettled } from '../markdown/hole.ts'
import { isOver } from '../newsroom/action.ts'
import { type Address, absolute, href } from '../newsroom/address.ts'
import { interfaceLanguage, strings } from '../strings/strings.ts'
import { findTarget, isOutward, type LinkMap, targetHref } from './links.ts'
import type { Media } from './media.ts'
import { type PictureSources, pictureSources } from './pictures.ts'
import type { Site } from './site.ts'
import { dayInWords } from './words.ts'

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
export type Fact = string | boolean | PictureSources | null

/**
 * What the site says today of the open holes of a text, in their order. With the text itself it is all that its fills are made of.
 *
 * @param source how the address of a file is written where the text stands
 */
export function factsOf(text: Standing, filling: Filling, source: (address: Address) => string = href): Fact[] {
  return text.body.openHoles.map((hole) => factOf(hole, text.path, filling, source))
}

function factOf(hole: Hole, path: string, { site, media, links }: Filling, source: (address: Address) => string): Fact {
  switch (hole.kind) {
    case 'link':
    case 'action-link': {
      if (isOver(hole, site.today)) return null
      if (isOutward(hole.target)) return hole.target
      const target = findTarget(hole.target, path, links)
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
export function pageText(text: Pick<Text, 'body' | 'language'>, facts: readonly Fact[], site: string): BodyReference {
  return { body: text.body.hash, fills: fillsOf(text, facts, site, (target) => target) }
}

/** A text for readers elsewhere: every link and file carries the site before it; readers' programs understand one size best. */
export function feedText(
  text: Omit<Text, 'path'>,
  facts: readonly Fact[],
  { url, language }: { url: string; language: string },
): BodyReference {
  const home = absolute(url, text.address)
  const link = (target: string) => (target.startsWith('#') ? home : url) + target
  const fills = fillsOf(text, facts, language, link).map((fill): Fill => {
    if (fill.kind !== 'image') return fill
    const { kind, alt, src, width, height } = fill
    return { kind, alt, src, width, height }
  })
  return { body: text.body.hash, fills, home }
}

/** A text for lines that carry nothing but text: pictures give way to their descriptions. */
export function plainText(text: Pick<Text, 'body' | 'language'>, facts: readonly Fact[], site: string): BodyReference {
  const { body, fills } = pageText(text, facts, site)
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
  return pageText(text, factsOf(text, filling), filling.site.outlet.language)
}

/**
 * @param facts of the open holes
 * @param site the language of the site
 * @param link how a link that the site says or that stays within the text is written
 */
function fillsOf(
  { body, language }: Pick<Text, 'body' | 'language'>,
  facts: readonly Fact[],
  site: string,
  link: (target: string) => string,
): Fill[] {
  const ui = interfaceLanguage(language, site)
  const words = strings(ui)
  const { holes, anchors } = body
  let next = 0
  return holes.map((hole): Fill => {
    const fact = isSettled(hole, anchors) ? undefined : facts[next++]
    switch (hole.kind) {
      case 'link':
        return { kind: 'link', label: hole.label, ...linked(hole, fact === undefined ? hole.target : fact, link) }
      case 'action-link':
        return { kind: 'action-link', words: hole.words, ...linked(hole, fact, link) }
      case 'link-end':
        return hole
      case 'image':
        return isPicture(fact) ? { kind: 'image', alt: hole.alt, ...fact } : { kind: 'text', text: hole.alt }
      case 'audio':
        return typeof fact === 'string' ? { kind: 'audio', src: fact, label: hole.label } : { kind: 'text', text: '' }
      case 'until': {
        const day = dayInWords(hole.until, ui)
        return { kind: 'text', text: fact === true ? words.actionOver(day) : words.actionUntil(day) }
      }
    }
  })
}

function linked(
  { target }: { target: string },
  fact: Fact | undefined,
  link: (target: string) => string,
): { href: string | null; out: boolean } {
  if (typeof fact !== 'string') return { href: null, out: false }
  if (isOutward(target)) return { href: target, out: /^(?:https?:)?\/\//i.test(target) }
  return { href: link(fact), out: false }
}

const isPicture = (fact: Fact | undefined): fact is PictureSources => typeof fact === 'object' && fact !== null
