import { formatStoryCount } from '../i18n/format.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { SiteTaxonomy } from '../site/site.ts'
import { worldMap } from './coverage.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'

/** Returns the index of the terms of a taxonomy. */
export function termIndexPage({ taxonomy, terms }: SiteTaxonomy, context: PageContext): Output {
  const { language } = context.site.outlet
  const title = taxonomy.labels.many
  const url = indexAddress(taxonomy)
  const entries = terms.map(({ name, address, articles, file }) => ({
    name,
    url: encodeUrlPath(address),
    count: formatStoryCount(articles.length, language),
    summary: file?.front.summary ?? file?.front.role,
  }))
  return {
    url,
    layout: 'term-index',
    props: {
      ...pageProps(context, url, { title }),
      title,
      map: taxonomy.values === 'country' ? worldMap(terms, language) : undefined,
      groups: entries.length === 0 ? [] : [{ entries }],
    },
  }
}
