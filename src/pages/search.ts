import type { SearchProps } from '../../layouts/Search.tsx'
import { findStrings } from '../i18n/find-strings.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { searchFilters } from '../site/search-filters.ts'
import type { Site, SiteTerm } from '../site/site.ts'
import { browseLinks } from './browse-links.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'

/** How many tags a reader can choose from: those with the most articles. */
const maxTags = 200

/** Returns the page of the search, if the outlet has one. */
export function searchPage(context: PageContext): Output[] {
  const { site, outlet } = context
  const script = context.assets.search
  if (script === undefined) return []
  const words = findStrings(outlet.language)
  return [
    {
      url: '/search/',
      layout: 'search',
      props: {
        ...pageProps(context, '/search/', { title: words.search }),
        title: words.search,
        years: [...new Set(site.articles.map(({ front }) => front.date.day.slice(0, 4)))].sort().reverse(),
        filters: filterProps(site),
        links: browseLinks(outlet),
        script: encodeUrlPath(script),
      },
    },
  ]
}

function filterProps({ taxonomies }: Site): SearchProps['filters'] {
  return searchFilters.flatMap(({ taxonomyKey, name }) => {
    const siteTaxonomy = taxonomies.find(({ taxonomy }) => taxonomy.key === taxonomyKey)
    const terms = (siteTaxonomy?.terms ?? []).filter(({ articles }) => articles.length > 0)
    if (siteTaxonomy === undefined || terms.length === 0) return []
    const values = (taxonomyKey === 'tags' ? mostUsed(terms) : terms).map(({ name }) => name)
    return [{ name, label: siteTaxonomy.taxonomy.labels.one, values }]
  })
}

/** The tags with the most articles, in their own order. */
function mostUsed(tags: readonly SiteTerm[]): SiteTerm[] {
  const chosen = new Set(tags.toSorted((a, b) => b.articles.length - a.articles.length).slice(0, maxTags))
  return tags.filter((tag) => chosen.has(tag))
}
