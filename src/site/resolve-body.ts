import { formatDay } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import { isStatic, type Placeholder } from '../markdown/placeholder.ts'
import type { BodyReference, ResolvedPlaceholder } from '../markdown/resolve-placeholders.ts'
import { isOver } from '../newsroom/action.ts'
import { toSitePath } from '../newsroom/link.ts'
import type { PictureSources } from '../newsroom/picture-sizes.ts'
import { absoluteUrl, encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import type { FindMedium } from './medium.ts'
import { pictureSources } from './picture-sources.ts'
import { findTarget, isOutward, type LinkMap, targetHref } from './resolve-link.ts'
import type { Site } from './site.ts'

/** What is needed to fill the placeholders of a text. */
export interface BodyContext {
  site: Site
  media: FindMedium
  links: LinkMap
}

/** A text that stands on a page of its own. */
interface BodySource {
  address: UrlPath
  path: string
  body: CompiledBody
  language: string
}

/** What is known of a text without the file that it stands in. */
type Standing = Pick<BodySource, 'path'> & { body: Pick<CompiledBody, 'deferredPlaceholders'> }

/**
 * What the site says today of an open placeholder: where its link leads, null where it is left out; its picture or the address of its
 * recording, null where there is none; whether its day is past.
 */
export type ResolvedTarget = string | boolean | PictureSources | null

/**
 * What the site says today of the open placeholders of a text, in their order. With the text itself it is all that its fills are made of.
 *
 * @param source how the address of a file is written where the text stands
 */
export function resolveDeferred(
  text: Standing,
  filling: BodyContext,
  source: (address: UrlPath) => string = encodeUrlPath,
): ResolvedTarget[] {
  return text.body.deferredPlaceholders.map((placeholder) =>
    resolvePlaceholder(placeholder, text.path, filling, source),
  )
}

function resolvePlaceholder(
  placeholder: Placeholder,
  path: string,
  { site, media, links }: BodyContext,
  source: (address: UrlPath) => string,
): ResolvedTarget {
  switch (placeholder.kind) {
    case 'link':
    case 'action-link': {
      if (isOver(placeholder, site.today)) return null
      const target = findTarget(placeholder.target, path, links)
      if (target === 'elsewhere') return toSitePath(placeholder.target, links.site)
      return target === undefined || target === 'unpublished' ? null : targetHref(target)
    }
    case 'image': {
      const medium = media(path, placeholder.source)
      return medium === undefined ? null : pictureSources(medium, site.outlet.images, source)
    }
    case 'audio': {
      const medium = media(path, placeholder.source)
      return medium === undefined ? null : source(medium.address)
    }
    case 'until':
      return isOver(placeholder, site.today)
    case 'link-end':
      return null
  }
}

/** A text for its own page, of what the site says of it: links within the site begin with a slash. */
export function pageBody(
  text: Pick<BodySource, 'body' | 'language'>,
  resolved: readonly ResolvedTarget[],
  site: string,
): BodyReference {
  return { body: text.body.hash, placeholders: resolveBody(text, resolved, site, (target) => target) }
}

/** A text for readers elsewhere: every link and file carries the site before it; readers' programs understand one size best. */
export function feedBody(
  text: Omit<BodySource, 'path'>,
  resolved: readonly ResolvedTarget[],
  { url, language }: { url: string; language: string },
): BodyReference {
  const home = absoluteUrl(url, text.address)
  const link = (target: string) => (target.startsWith('#') ? home : url) + target
  const fills = resolveBody(text, resolved, language, link).map((fill): ResolvedPlaceholder => {
    if (fill.kind !== 'image') return fill
    const { kind, alt, src, width, height } = fill
    return { kind, alt, src, width, height }
  })
  return { body: text.body.hash, placeholders: fills, pageUrl: home }
}

/** A text for lines that carry nothing but text: pictures give way to their descriptions. */
export function plainBody(
  text: Pick<BodySource, 'body' | 'language'>,
  resolved: readonly ResolvedTarget[],
  site: string,
): BodyReference {
  const { body, placeholders } = pageBody(text, resolved, site)
  return {
    body,
    placeholders: placeholders.map((fill) => {
      if (fill.kind === 'image') return { kind: 'text', text: `[${fill.alt}]` }
      return fill.kind === 'audio' ? { kind: 'text', text: '' } : fill
    }),
  }
}

/** A text for its own page, where nobody asks what it is made of. */
export function staticPageBody(text: BodySource, filling: BodyContext): BodyReference {
  return pageBody(text, resolveDeferred(text, filling), filling.site.outlet.language)
}

/**
 * @param resolved of the open placeholders
 * @param site the language of the site
 * @param link how a link that the site says or that stays within the text is written
 */
function resolveBody(
  { body, language }: Pick<BodySource, 'body' | 'language'>,
  resolved: readonly ResolvedTarget[],
  site: string,
  link: (target: string) => string,
): ResolvedPlaceholder[] {
  const ui = interfaceLanguage(language, site)
  const words = strings(ui)
  const { placeholders, anchors } = body
  let next = 0
  return placeholders.map((placeholder): ResolvedPlaceholder => {
    const found = isStatic(placeholder, anchors) ? undefined : resolved[next++]
    switch (placeholder.kind) {
      case 'link':
        return {
          kind: 'link',
          label: placeholder.label,
          ...linkProps(found === undefined ? placeholder.target : found, link),
        }
      case 'action-link':
        return { kind: 'action-link', words: placeholder.words, ...linkProps(found, link) }
      case 'link-end':
        return placeholder
      case 'image':
        return isPicture(found)
          ? { kind: 'image', alt: placeholder.alt, ...found }
          : { kind: 'text', text: placeholder.alt }
      case 'audio':
        return typeof found === 'string'
          ? { kind: 'audio', src: found, label: placeholder.label }
          : { kind: 'text', text: '' }
      case 'until': {
        const day = formatDay(placeholder.until, ui)
        return { kind: 'text', text: found === true ? words.actionOver(day) : words.actionUntil(day) }
      }
    }
  })
}

function linkProps(
  found: ResolvedTarget | undefined,
  link: (target: string) => string,
): { href: string | null; out: boolean } {
  if (typeof found !== 'string') return { href: null, out: false }
  if (isOutward(found)) return { href: found, out: /^(?:https?:)?\/\//i.test(found) }
  return { href: link(found), out: false }
}

const isPicture = (found: ResolvedTarget | undefined): found is PictureSources =>
  typeof found === 'object' && found !== null
