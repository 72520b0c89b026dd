import type { UrlPath } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import { articleAddress } from '../site/content-addresses.ts'
import type { StaticFile } from '../site/static-file.ts'
import type { SiteContext } from './check.ts'

/** A file of the outlet or of the engine that claims a URL. */
export interface UrlOwner {
  url: UrlPath
  /**
   * The owner's name in the message: the path of its file, or `the press` for an output that no file is the source of.
   */
  owner: string
  /** The path of the file that the problem is placed in. */
  file: string
  /** Owners of a lower rank keep the URL, so that the problem is placed in a file that its writer can move. */
  rank: 0 | 1 | 2
}

/** Returns the owners of everything that is published. */
export function findPublishedUrlOwners(
  outputs: readonly Output[],
  staticFiles: readonly StaticFile[],
  contentDisplayPath: string,
): UrlOwner[] {
  return [
    ...outputs.map(({ url, source }): UrlOwner => {
      if (source === undefined) return { url, owner: 'the press', file: `${contentDisplayPath}/site.yml`, rank: 0 }
      const file = `${contentDisplayPath}/${source}`
      return { url, owner: file, file, rank: 2 }
    }),
    ...staticFiles.map(({ url, source: file = `public${url}` }): UrlOwner => ({ url, owner: file, file, rank: 1 })),
  ]
}

/**
 * Returns stories that are not published yet as the owners of their URLs: a conflict must be found before the day of
 * publication.
 */
export function findUnpublishedUrlOwners({
  content,
  outlet,
  publishedPaths,
  contentDisplayPath,
}: Pick<SiteContext, 'content' | 'outlet' | 'publishedPaths' | 'contentDisplayPath'>): UrlOwner[] {
  const unpublished = content.articles.filter(
    ({ document, file }) =>
      document !== undefined && document.front.status !== 'withdrawn' && !publishedPaths.has(file.path),
  )
  return unpublished.map((article) => {
    const file = `${contentDisplayPath}/${article.file.path}`
    return { url: articleAddress(outlet, article), owner: file, file, rank: 2 }
  })
}
