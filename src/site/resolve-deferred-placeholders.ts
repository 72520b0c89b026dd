import type { CompiledBody } from '../markdown/compiled-body.ts'
import type { Placeholder } from '../markdown/placeholder.ts'
import { isOver } from '../newsroom/action.ts'
import type { PictureSources } from '../newsroom/picture-sizes.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import type { FindMediaItem } from './media-item.ts'
import { pictureSources } from './picture-sources.ts'
import { findTarget, type LinkMap, pathWithinSite, targetHref } from './resolve-link.ts'
import type { Site } from './site.ts'

/** Everything that the placeholders of a text depend on besides the text. */
export interface BodyContext {
  site: Site
  findMediaItem: FindMediaItem
  links: LinkMap
}

/**
 * The site's value for a placeholder on the day of the build: the address of a link, null if the link is left out; a picture or the
 * address of a recording, null if there is none; true if a last day is past.
 */
export type ResolvedTarget = string | boolean | PictureSources | null

/**
 * Returns the values of the deferred placeholders of a text, in their order. Together with the text they decide its HTML.
 *
 * @param text.path the path below content/ of the text's file
 * @param fileUrl writes the address of a picture or recording: within the site, or absolute
 */
export function resolveDeferredPlaceholders(
  text: { path: string; body: Pick<CompiledBody, 'deferredPlaceholders'> },
  context: BodyContext,
  fileUrl: (address: UrlPath) => string = encodeUrlPath,
): ResolvedTarget[] {
  return text.body.deferredPlaceholders.map((placeholder) =>
    resolvePlaceholder(placeholder, text.path, context, fileUrl),
  )
}

function resolvePlaceholder(
  placeholder: Placeholder,
  path: string,
  { site, findMediaItem, links }: BodyContext,
  fileUrl: (address: UrlPath) => string,
): ResolvedTarget {
  switch (placeholder.kind) {
    case 'link':
    case 'action-link': {
      if (isOver(placeholder, site.today)) return null
      const target = findTarget(placeholder.target, path, links)
      if (target === 'elsewhere') return pathWithinSite(placeholder.target, links)
      return target === undefined || target === 'unpublished' ? null : targetHref(target)
    }
    case 'image': {
      const item = findMediaItem(path, placeholder.source)
      return item === undefined ? null : pictureSources(item, site.outlet, fileUrl)
    }
    case 'audio': {
      const item = findMediaItem(path, placeholder.source)
      return item === undefined ? null : fileUrl(item.address)
    }
    case 'until':
      return isOver(placeholder, site.today)
    case 'link-end':
      return null
  }
}
