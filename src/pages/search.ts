import { strings } from '../i18n/strings.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { Output } from './output.ts'
import { type PageContext, pageProps } from './page-context.ts'

/** How many tags a reader can choose from: the most used. */
const mostTags = 200

/** The page of the search, where the outlet has one. */
export function searchPage(context: PageContext): Output[] {
  const { outlet, articles, taxonomies } = context.site
  const script = context.assets.search
  if (script === undefined) return []
  const words = strings(outlet.language)
  const filters = (['countries', 'partners', 'tags'] as const).flatMap((key) => {
    const found = taxonomies.find(({ taxonomy }) => taxonomy.key === key)
    const terms = (found?.terms ?? []).filter(({ articles }) => articles.length > 0)
    const often =
      key === 'tags' ? terms.toSorted((a, b) => b.articles.length - a.articles.length).slice(0, mostTags) : terms
    const chosen = new Set(often)
    const values = terms.filter((term) => chosen.has(term)).map(({ name }) => name)
    return found === undefined || values.length === 0
      ? []
      : [{ name: names[key], label: found.taxonomy.labels.one, values }]
  })
  return [
    {
      url: '/search/',
      layout: 'search',
      props: {
        ...pageProps(context, '/search/', { title: words.search }),
        title: words.search,
        years: [...new Set(articles.map(({ front }) => front.date.day.slice(0, 4)))].sort().reverse(),
        filters,
        ways: [
          { label: words.archive, url: encodeUrlPath(outlet.addresses.archive as '/') },
          ...taxonomies.map(({ taxonomy }) => ({
            label: taxonomy.labels.many,
            url: encodeUrlPath(indexAddress(taxonomy)),
          })),
        ],
        script: encodeUrlPath(script),
      },
    },
  ]
}

/** What filters are called in the index. */
const names = { countries: 'country', partners: 'partner', tags: 'tag' } as const
