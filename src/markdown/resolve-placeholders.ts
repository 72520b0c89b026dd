import { toHtml } from 'hast-util-to-html'
import { withHrefs } from '../jsx/base.ts'
import { escapeHtmlNumeric } from '../jsx/escape.ts'
import { actionClasses } from '../newsroom/action-classes.ts'
import { audioAttributes } from '../newsroom/audio-attributes.ts'
import { pictureAttributes } from '../newsroom/picture-attributes.ts'
import type { PictureSources } from '../newsroom/picture-sizes.ts'
import { placeholderPattern } from './placeholder.ts'

/**
 * The content of a placeholder on one page. It is part of the page's props; the HTML around it is looked up by its
 * hash.
 */
export type ResolvedPlaceholder =
  /** A link; its text alone if `href` is null. */
  | { kind: 'link'; href: string | null; label?: string | undefined; isExternal?: boolean }
  | { kind: 'link-end'; opens: number }
  | { kind: 'action-link'; href: string | null; text: string; isExternal: boolean }
  | ({ kind: 'image'; alt: string } & PictureSources)
  | { kind: 'audio'; src: string; label: string }
  | { kind: 'text'; text: string }

/** A compiled text in the props of a page. */
export interface BodyReference {
  /** The hash of the compiled HTML. */
  body: string
  placeholders: ResolvedPlaceholder[]
  /** The absolute URL of the text's page, for a text that is shown elsewhere: its footnotes lead there. */
  pageUrl?: string
}

declare const safe: unique symbol
/** Sanitized HTML from the pipeline. Nothing else is put on a page unescaped. */
export type Html = string & { readonly [safe]: true }

/** Replaces the placeholders of compiled HTML by their content. */
export function resolvePlaceholders(compiled: string, { placeholders, pageUrl }: Omit<BodyReference, 'body'>): Html {
  const html =
    pageUrl === undefined ? compiled : compiled.replace(fragmentLink, (_, start: string) => `${start}${pageUrl}#`)
  return html.replace(placeholderPattern, (_, number: string) => {
    const placeholder = placeholders[Number(number)]
    return placeholder === undefined ? '' : renderPlaceholder(placeholder, placeholders)
  }) as Html
}

/**
 * A link within the text: to a footnote or back. Texts hold no `<` and attributes no `"`, so neither can look like one.
 */
const fragmentLink = /(<a\b[^<>]* href=")#/g

function renderPlaceholder(placeholder: ResolvedPlaceholder, placeholders: readonly ResolvedPlaceholder[]): string {
  switch (placeholder.kind) {
    case 'link':
      if (placeholder.href === null) return ''
      return openingLink(placeholder.href, placeholder.isExternal, placeholder.label)
    case 'link-end': {
      const opening = placeholders[placeholder.opens]
      return opening?.kind === 'link' && opening.href !== null ? '</a>' : ''
    }
    case 'action-link':
      if (placeholder.href === null) return ''
      return [
        `<p class="${actionClasses.link}">`,
        openingLink(placeholder.href, placeholder.isExternal),
        `${escapeHtmlNumeric(placeholder.text)}</a></p>`,
      ].join('')
    case 'image':
      return picture(placeholder)
    case 'audio':
      return `${openingTag('audio', audioAttributes(placeholder.src, placeholder.label))}</audio>`
    case 'text':
      return escapeHtmlNumeric(placeholder.text)
  }
}

function picture(placeholder: PictureSources & { alt: string }): string {
  const { img, sources } = pictureAttributes(placeholder, 'text')
  const image = openingTag('img', img)
  if (sources.length === 0) return image
  return `<picture>${sources.map((source) => openingTag('source', source)).join('')}${image}</picture>`
}

const openingLink = (href: string, isExternal = false, ariaLabel?: string) =>
  openingTag('a', { href, ariaLabel, rel: isExternal ? ['noopener'] : undefined })

function openingTag(
  tagName: string,
  properties: Record<string, string | number | boolean | string[] | undefined>,
): string {
  return toHtml({ type: 'element', tagName, properties: withHrefs(properties), children: [] }).replace(
    /<\/[a-z]+>$/,
    '',
  )
}
