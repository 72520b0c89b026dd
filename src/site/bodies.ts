import type { BodySummary } from '../build/compile.ts'
import type { BodyReference, Fill } from '../markdown/fill.ts'
import { isOver } from '../newsroom/action.ts'
import { type Address, absolute, href } from '../newsroom/address.ts'
import { interfaceLanguage, strings } from '../strings/strings.ts'
import { findTarget, isOutward, type LinkMap, targetHref } from './links.ts'
import type { Media } from './media.ts'
import { pictureSources } from './pictures.ts'
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

/** A text for its own page: links within the site begin with a slash. */
export function bodyForPage(text: Text, filling: Filling): BodyReference {
  return fill(text, filling, { link: (target) => target, source: href, sizes: true })
}

/** A text for readers elsewhere: every link and file carries the site before it. */
export function bodyForFeed(text: Text, filling: Filling): BodyReference {
  const { url } = filling.site.outlet
  const own = absolute(url, text.address)
  const filled = fill(text, filling, {
    link: (target) => (target.startsWith('#') ? own + target : url + target),
    source: (address) => absolute(url, address),
    sizes: false,
  })
  return { ...filled, home: own }
}

/** A text for lines that carry nothing but text: pictures give way to their descriptions. */
export function bodyAsText(text: Text, filling: Filling): BodyReference {
  const reference = bodyForPage(text, filling)
  return {
    ...reference,
    fills: reference.fills.map((fill) => {
      if (fill.kind === 'image') return { kind: 'text', text: `[${fill.alt}]` }
      return fill.kind === 'audio' ? { kind: 'text', text: '' } : fill
    }),
  }
}

/** How a text's addresses are written where it stands. */
interface Standing {
  link(target: string): string
  source(address: Address): string
  /** Whether pictures come in several sizes; readers' programs elsewhere understand one address best. */
  sizes: boolean
}

function fill({ body, path, language }: Text, { site, media, links }: Filling, standing: Standing): BodyReference {
  const ui = interfaceLanguage(language, site.outlet.language)
  const words = strings(ui)
  const linkTo = (hole: { target: string; until?: string | undefined }): { href: string | null; out: boolean } => {
    if (isOver(hole, site.today)) return { href: null, out: false }
    if (isOutward(hole.target)) return { href: hole.target, out: /^(?:https?:)?\/\//i.test(hole.target) }
    const target = findTarget(hole.target, path, links)
    const nowhere = target === undefined || target === 'unpublished'
    return { href: nowhere ? null : standing.link(targetHref(target)), out: false }
  }
  return {
    body: body.hash,
    fills: body.holes.map((hole): Fill => {
      switch (hole.kind) {
        case 'link':
          return { kind: 'link', label: hole.label, ...linkTo(hole) }
        case 'action-link':
          return { kind: 'action-link', words: hole.words, ...linkTo(hole) }
        case 'link-end':
          return hole
        case 'image': {
          const medium = media(path, hole.source)
          if (medium === undefined) return { kind: 'text', text: hole.alt }
          const picture = pictureSources(medium, site.outlet.images, standing.source)
          if (standing.sizes) return { kind: 'image', alt: hole.alt, ...picture }
          const { src, width, height } = picture
          return { kind: 'image', alt: hole.alt, src, width, height }
        }
        case 'audio': {
          const medium = media(path, hole.source)
          return medium === undefined
            ? { kind: 'text', text: '' }
            : { kind: 'audio', src: standing.source(medium.address), label: hole.label }
        }
        case 'until': {
          const day = dayInWords(hole.until, ui)
          return { kind: 'text', text: isOver(hole, site.today) ? words.actionOver(day) : words.actionUntil(day) }
        }
      }
    }),
  }
}
