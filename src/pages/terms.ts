import { formatDay, formatNumber, formatStoryCount, typesetText } from '../i18n/format.ts'
import { strings } from '../i18n/strings.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { staticPageBody } from '../site/resolve-body.ts'
import type { SiteTaxonomy, SiteTerm } from '../site/site.ts'
import { articleListPage } from './article-list.ts'
import { coverageByYear, worldMap } from './coverage.ts'
import type { Output } from './output.ts'
import { type PageContext, pageProps, pictureProps } from './page-context.ts'
import { paginate } from './paginate.ts'

/** For every taxonomy an index of its terms, and for every term its stories. */
export function termPages(context: PageContext): Output[] {
  return context.site.taxonomies.flatMap((taxonomy) => [
    termIndexPage(taxonomy, context),
    ...taxonomy.terms.flatMap((term) => termListPages(term, context)),
  ])
}

function termIndexPage({ taxonomy, terms }: SiteTaxonomy, context: PageContext): Output {
  const { language } = context.site.outlet
  const title = taxonomy.labels.many
  return {
    url: indexAddress(taxonomy),
    layout: 'term-index',
    props: {
      ...pageProps(context, indexAddress(taxonomy), { title }),
      title,
      map: taxonomy.values === 'country' ? worldMap(terms, language) : undefined,
      groups:
        terms.length === 0
          ? []
          : [
              {
                entries: terms.map(({ name, address, articles, file }) => ({
                  name,
                  url: encodeUrlPath(address),
                  count: formatStoryCount(articles.length, language),
                  summary: file?.front.summary ?? file?.front.role,
                })),
              },
            ],
    },
  }
}

function termListPages(term: SiteTerm, context: PageContext): Output[] {
  const { outlet } = context.site
  const words = strings(outlet.language)
  const { taxonomy, name, file } = term
  const front = file?.front
  const description = front?.summary ?? (taxonomy.key === 'people' ? words.storiesBy(name) : words.storiesAbout(name))
  const feed = `${term.address}feed.xml` as const
  return paginate(term.articles, outlet.listSize, term.address).map((page) => {
    const newest = page.number === undefined
    const label = page.number === undefined ? undefined : words.page(formatNumber(page.number, outlet.language))
    return articleListPage(
      page,
      context,
      () => ({
        head: {
          title: label === undefined ? name : `${name} · ${label}`,
          description,
          feed: { title: `${name} — ${outlet.name}`, url: feed },
        },
        around: {
          kind: { label: taxonomy.labels.many, url: encodeUrlPath(indexAddress(taxonomy)) },
          title: name,
          page: label,
          links: [],
          feed: encodeUrlPath(feed),
          ...(newest ? termIntro(term, context) : {}),
        },
      }),
      { source: term.path, withLead: newest },
    )
  })
}

/** What a term's own page, the newest of its list, says of it. */
function termIntro(term: SiteTerm, context: PageContext) {
  const { language } = context.outlet
  const { taxonomy, address, path, file, articles } = term
  const front = file?.front
  return {
    summary: front?.summary && typesetText(front.summary, language),
    role: front?.role,
    image: pictureProps(front?.image, path, context),
    text:
      file === undefined || path === undefined
        ? undefined
        : staticPageBody({ address, path, body: file.body, language }, context),
    facts: termFacts(term, language),
    chart: taxonomy.key === 'partners' ? coverageByYear(articles, language) : undefined,
    links: [
      ...(front?.url === undefined ? [] : [{ label: new URL(front.url).hostname, url: front.url }]),
      ...(front?.email === undefined ? [] : [{ label: front.email, url: `mailto:${front.email}` }]),
      ...(front?.links ?? []),
    ],
  }
}

/** What a country's or a partner's stories say of it: how many, since when, and what it is named with most. */
function termFacts({ taxonomy, articles }: SiteTerm, language: string): ListProps['facts'] {
  const beside = { countries: 'partners', partners: 'countries' }[taxonomy.key]
  const [latest, earliest] = [articles[0], articles.at(-1)]
  if (beside === undefined || latest === undefined || earliest === undefined) return undefined
  const words = strings(language)
  const counts = new Map<SiteTerm, number>()
  articles.forEach(({ terms }) => {
    for (const term of terms[beside] ?? []) counts.set(term, (counts.get(term) ?? 0) + 1)
  })
  const most = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, 5)
  const [first] = most
  return [
    { label: words.storiesLabel, value: formatNumber(articles.length, language) },
    { label: words.since, value: earliest.front.date.day.slice(0, 4) },
    { label: words.latestStory, value: formatDay(latest.front.date.day, language) },
    ...(first === undefined
      ? []
      : [
          {
            label: first[0].taxonomy.labels.many,
            links: most.map(([{ name, address }]) => ({ label: name, url: encodeUrlPath(address) })),
          },
        ]),
  ]
}

type ListProps = Extract<Output, { layout: 'article-list' }>['props']
