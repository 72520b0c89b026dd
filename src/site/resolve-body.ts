import { findStrings, interfaceLanguage } from '../i18n/find-strings.ts'
import { formatDay } from '../i18n/format.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import { isStaticPlaceholder } from '../markdown/placeholder.ts'
import type { BodyReference, ResolvedPlaceholder } from '../markdown/resolve-placeholders.ts'
import type { PictureSources } from '../newsroom/picture-sizes.ts'
import { absoluteUrl, type UrlPath } from '../newsroom/url-path.ts'
import { type BodyContext, type ResolvedTarget, resolveDeferredPlaceholders } from './resolve-deferred-placeholders.ts'
import { isExternal } from './resolve-link.ts'

/** A compiled text in a language. */
interface BodySource {
  body: CompiledBody
  language: string
}

/**
 * Returns a text for its own page, with links that begin with a slash.
 *
 * @param resolved the values of its deferred placeholders
 * @param siteLanguage the language of the outlet
 */
export function pageBody(text: BodySource, resolved: readonly ResolvedTarget[], siteLanguage: string): BodyReference {
  return { body: text.body.hash, placeholders: resolveBody(text, resolved, siteLanguage, (href) => href) }
}

/** Returns a text for feeds and other sites, with absolute links, and pictures in one size. */
export function feedBody(
  text: BodySource & { address: UrlPath },
  resolved: readonly ResolvedTarget[],
  { url, language }: { url: string; language: string },
): BodyReference {
  const pageUrl = absoluteUrl(url, text.address)
  const toAbsolute = (href: string) => (href.startsWith('#') ? pageUrl : url) + href
  const placeholders = resolveBody(text, resolved, language, toAbsolute).map((placeholder): ResolvedPlaceholder => {
    if (placeholder.kind !== 'image') return placeholder
    const { kind, alt, src, width, height } = placeholder
    return { kind, alt, src, width, height }
  })
  return { body: text.body.hash, placeholders, pageUrl }
}

/** Returns a text for the text edition: the descriptions of pictures take their place, and recordings are left out. */
export function textEditionBody(
  text: BodySource,
  resolved: readonly ResolvedTarget[],
  siteLanguage: string,
): BodyReference {
  const { body, placeholders } = pageBody(text, resolved, siteLanguage)
  return {
    body,
    placeholders: placeholders.map((placeholder) => {
      if (placeholder.kind === 'image') return { kind: 'text', text: `[${placeholder.alt}]` }
      return placeholder.kind === 'audio' ? { kind: 'text', text: '' } : placeholder
    }),
  }
}

/** Returns a text for a page whose inputs are not hashed apart from its props. */
export function resolvePageBody(text: BodySource & { path: string }, context: BodyContext): BodyReference {
  return pageBody(text, resolveDeferredPlaceholders(text, context), context.site.outlet.language)
}

/**
 * Returns the content of every placeholder of a text.
 *
 * @param toHref writes the address of a link within the site
 */
function resolveBody(
  { body, language }: BodySource,
  resolved: readonly ResolvedTarget[],
  siteLanguage: string,
  toHref: (href: string) => string,
): ResolvedPlaceholder[] {
  const ui = interfaceLanguage(language, siteLanguage)
  const words = findStrings(ui)
  const { placeholders, anchors } = body
  let next = 0
  return placeholders.map((placeholder): ResolvedPlaceholder => {
    const target = isStaticPlaceholder(placeholder, anchors) ? undefined : resolved[next++]
    switch (placeholder.kind) {
      case 'link':
        return {
          kind: 'link',
          label: placeholder.label,
          ...linkProps(target === undefined ? placeholder.target : target, toHref),
        }
      case 'action-link':
        return { kind: 'action-link', text: placeholder.text, ...linkProps(target, toHref) }
      case 'link-end':
        return placeholder
      case 'image':
        return isPicture(target)
          ? { kind: 'image', alt: placeholder.alt, ...target }
          : { kind: 'text', text: placeholder.alt }
      case 'audio':
        return typeof target === 'string'
          ? { kind: 'audio', src: target, label: placeholder.label }
          : { kind: 'text', text: '' }
      case 'until': {
        const day = formatDay(placeholder.until, ui)
        return { kind: 'text', text: target === true ? words.actionOver(day) : words.actionUntil(day) }
      }
    }
  })
}

function linkProps(
  target: ResolvedTarget | undefined,
  toHref: (href: string) => string,
): { href: string | null; isExternal: boolean } {
  if (typeof target !== 'string') return { href: null, isExternal: false }
  if (isExternal(target)) return { href: target, isExternal: /^(?:https?:)?\/\//i.test(target) }
  return { href: toHref(target), isExternal: false }
}

const isPicture = (target: ResolvedTarget | undefined): target is PictureSources =>
  typeof target === 'object' && target !== null
