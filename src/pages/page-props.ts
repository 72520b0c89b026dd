import type { Head, PageProps } from '../../layouts/Document.tsx'
import { absoluteUrl, encodeUrlPath, feedAddress, type UrlPath } from '../newsroom/url-path.ts'
import type { PageSettings } from './page-context.ts'

/** The parts of a page's head that its maker decides. */
export interface PageHead extends Pick<Head, 'title' | 'image' | 'kind' | 'hidden' | 'language' | 'versions'> {
  /** The outlet's own description where a page has none. */
  description?: string | undefined
  /** The feed of the page, besides that of the site. */
  feed?: { title: string; url: UrlPath } | undefined
}

/**
 * Returns the props that every page has: the site's chrome and the page's head.
 *
 * @param url undefined for a page without an address of its own, such as 404
 */
export function pageProps({ chrome, outlet }: PageSettings, url: UrlPath | undefined, head: PageHead): PageProps {
  const { feed, description, ...rest } = head
  return {
    chrome,
    head: {
      ...rest,
      description: description ?? outlet.description,
      canonical: url === undefined ? undefined : absoluteUrl(outlet.url, url),
      url: url === undefined ? undefined : encodeUrlPath(url),
      feeds: [
        { title: outlet.name, url: feedAddress('/') },
        ...(feed === undefined ? [] : [{ title: feed.title, url: encodeUrlPath(feed.url) }]),
      ],
    },
  }
}
