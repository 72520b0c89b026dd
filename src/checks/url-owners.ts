import type { Outlet } from '../newsroom/outlet.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import { articleAddress, type Content } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'

/** Something that wants to stand at an address. */
export interface UrlOwner {
  url: UrlPath
  /** What it is, for the message: the path of its file, or words such as “the press”. */
  owner: string
  /** The path that the problem names. */
  file: string
}

/** The claims of what is published, in no order. */
export function publishedUrlOwners(
  outputs: readonly Output[],
  copies: readonly StaticFile[],
  shownContent: string,
): UrlOwner[] {
  return [
    ...outputs.map(({ url, source }): UrlOwner => {
      const shown = source === undefined ? undefined : `${shownContent}/${source}`
      return { url, owner: shown ?? 'the press', file: shown ?? `${shownContent}/site.yml` }
    }),
    ...copies.map(({ url }): UrlOwner => ({ url, owner: `public${url}`, file: `public${url}` })),
  ]
}

/** Stories that are not published yet claim their addresses too: a clash must be told before the day of publication. */
export function unpublishedUrlOwners(
  content: Content,
  outlet: Outlet,
  published: ReadonlySet<string>,
  shownContent: string,
): UrlOwner[] {
  const waiting = content.articles.filter(
    ({ document, file }) =>
      document !== undefined && document.front.status !== 'withdrawn' && !published.has(file.path),
  )
  return waiting.map((article) => {
    const shown = `${shownContent}/${article.file.path}`
    return { url: articleAddress(outlet, article), owner: shown, file: shown }
  })
}

/** What the press itself makes comes first, so that the writer's file is the one that is in the way. */
export function bySource(a: UrlOwner, b: UrlOwner): number {
  const rank = ({ owner }: UrlOwner) => (owner === 'the press' ? 0 : owner.startsWith('public/') ? 1 : 2)
  return rank(a) - rank(b) || (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0)
}
