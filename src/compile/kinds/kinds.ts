import type { Outlet } from '../../newsroom/outlet.ts'
import { articleKind } from './article.ts'
import type { ContentKind } from './content-kind.ts'
import { pageKind } from './page.ts'
import { repliesKind } from './replies.ts'
import { termKind } from './term.ts'

/** The kinds of content that every outlet has, by their folder in the content. */
const kinds: Readonly<Record<string, (outlet: Outlet) => ContentKind>> = {
  articles: articleKind,
  pages: pageKind,
  replies: repliesKind,
}

/** Creates the kind of the files in a folder; undefined for a folder that holds none. */
export function createKind(folder: string, outlet: Outlet): ContentKind | undefined {
  const create = Object.hasOwn(kinds, folder) ? kinds[folder] : undefined
  if (create !== undefined) return create(outlet)
  const taxonomy = outlet.taxonomies.find(({ key }) => key === folder)
  return taxonomy && termKind(taxonomy, outlet)
}
