import type { Address } from '../newsroom/address.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { indexAddress, termAddress } from '../newsroom/taxonomy.ts'
import type { LinkMap } from './links.ts'
import { type Audience, publicationOf, publicationOfPage } from './publication.ts'
import { articleAddress, type Content, pageAddress } from './site.ts'
import { termId } from './terms.ts'

/** Where everything stands that content may link to by its path, and what must not be linked. */
export function linkMap(content: Content, outlet: Outlet, now: number, audience: Audience): LinkMap {
  const byPath = new Map<string, Address>()
  const unpublished = new Set<string>()
  const add = (path: string, address: Address, isPublished: boolean) => {
    if (isPublished || audience === 'desk') {
      byPath.set(path, address)
    } else {
      unpublished.add(path)
      unpublished.add(address)
    }
  }
  for (const article of content.articles) {
    if (article.document === undefined) continue
    add(
      article.file.path,
      articleAddress(outlet, article),
      publicationOf(article.document.front, now).state === 'published',
    )
  }
  for (const page of content.pages) {
    if (page.document === undefined) continue
    add(page.file.path, pageAddress(page), publicationOfPage(page.document.front).state === 'published')
  }
  for (const taxonomy of outlet.taxonomies) {
    for (const { file } of content.terms[taxonomy.key] ?? [])
      add(file.path, termAddress(taxonomy, termId(taxonomy, file.slug)), true)
    byPath.set(taxonomy.key, indexAddress(taxonomy))
  }
  return { byPath, unpublished }
}
