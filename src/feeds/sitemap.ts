import { Readable } from 'node:stream'

/** What writes sitemaps is loaded where one is written, which few builds do. */
const library = () => import('sitemap')

export interface SitemapProps {
  /** Whole addresses, with the day of the last change as YYYY-MM-DD where it is known. */
  pages: readonly { url: string; changed?: string | undefined }[]
}

/** A sitemap, as sitemaps.org has it. */
export async function sitemap({ pages }: SitemapProps): Promise<string> {
  const { SitemapStream, streamToPromise } = await library()
  const stream = new SitemapStream({
    lastmodDateOnly: true,
    xmlns: { news: false, xhtml: false, image: false, video: false },
  })
  const items = pages.map(({ url, changed }) => ({ url, ...(changed === undefined ? {} : { lastmod: changed }) }))
  return `${await streamToPromise(Readable.from(items).pipe(stream))}\n`
}

/** A list of sitemaps, for sites of more pages than one may hold. */
export async function sitemapIndex({ sitemaps }: { sitemaps: readonly string[] }): Promise<string> {
  const { SitemapIndexStream, streamToPromise } = await library()
  const stream = new SitemapIndexStream()
  return `${await streamToPromise(Readable.from(sitemaps.map((url) => ({ url }))).pipe(stream))}\n`
}
