import type { ContentLink } from '../compile/content-link.ts'
import type { CompiledFile } from '../compile/document.ts'
import type { Article } from '../newsroom/article.ts'
import { decodePlace, placeAt } from '../problems/place.ts'

/** Returns the links of a file's text that only the whole site can check. */
export function findBodyLinks({ document, file: { path, displayPath } }: CompiledFile<unknown>): ContentLink[] {
  const links: ContentLink[] = []
  if (document === undefined) return links
  const { body } = document
  for (const placeholder of body.deferredPlaceholders) {
    if (placeholder.kind !== 'link' && placeholder.kind !== 'action-link') continue
    const place = () => decodePlace(placeholder.place)
    links.push({ target: placeholder.target, displayPath, path, place, text: body })
  }
  return links
}

/** Returns the links of the actions in an article's front matter. */
export function findActionLinks({ document, file: { path, displayPath } }: CompiledFile<Article>): ContentLink[] {
  if (document === undefined || document.front.actions.length === 0) return []
  const { body } = document
  return document.front.actions.flatMap(({ url }, index): ContentLink[] =>
    url === undefined
      ? []
      : [{ target: url, displayPath, path, place: () => placeAt(document.places, 'actions', index), text: body }],
  )
}
