import type { ArticleListProps } from '../../layouts/ArticleList.tsx'
import { findStrings } from '../i18n/find-strings.ts'
import { formatDay, formatNumber } from '../i18n/format.ts'
import { typesetText } from '../i18n/typography.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import { encodeUrlPath, feedAddress } from '../newsroom/url-path.ts'
import { resolvePageBody } from '../site/resolve-body.ts'
import { pathWithinSite } from '../site/resolve-link.ts'
import type { SiteTerm } from '../site/site.ts'
import { articleListPage } from './article-list.ts'
import { coverageByYear } from './coverage.ts'
import { joinTitle, pageLabel } from './list-page-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { paginate } from './paginate.ts'
import { pictureProps } from './picture-props.ts'
import { termIndexPage } from './term-index.ts'

/** How many terms a fact names. */
const maxRelatedTerms = 5

/** Returns the index of each taxonomy, and a list of articles for each of its terms. */
export function termPages(context: PageContext): Output[] {
  return context.site.taxonomies.flatMap((taxonomy) => [
    termIndexPage(taxonomy, context),
    ...taxonomy.terms.flatMap((term) => termListPages(term, context)),
  ])
}

function termListPages(term: SiteTerm, context: PageContext): Output[] {
  const { outlet } = context.site
  const words = findStrings(outlet.language)
  const { taxonomy, name, file } = term
  const description =
    file?.front.summary ?? (taxonomy.key === 'people' ? words.storiesBy(name) : words.storiesAbout(name))
  const feed = feedAddress(term.address)
  return paginate(term.articles, outlet.listSize, term.address).map((page) => {
    const isNewest = page.number === undefined
    const label = pageLabel(page, outlet.language)
    return articleListPage(
      page,
      context,
      () => ({
        head: {
          title: joinTitle(name, label),
          description,
          feed: { title: `${name} — ${outlet.name}`, url: feed },
        },
        intro: {
          kicker: { label: taxonomy.labels.many, url: encodeUrlPath(indexAddress(taxonomy)) },
          title: name,
          page: label,
          links: [],
          feed: encodeUrlPath(feed),
          ...(isNewest ? termIntro(term, context) : {}),
        },
      }),
      { source: term.path, withLead: isNewest },
    )
  })
}

/** The contents of a term's file and the facts about its articles, for the newest page of its list. */
function termIntro(term: SiteTerm, context: PageContext) {
  const { language } = context.outlet
  const { taxonomy, path, file, articles } = term
  const front = file?.front
  return {
    summary: front?.summary && typesetText(front.summary, language),
    role: front?.role,
    image: pictureProps(front?.image, path, context),
    text:
      file === undefined || path === undefined
        ? undefined
        : resolvePageBody({ path, body: file.body, language }, context),
    facts: termFacts(term, language),
    chart: taxonomy.key === 'partners' ? coverageByYear(articles, language) : undefined,
    links: [
      ...(front?.url === undefined ? [] : [{ label: new URL(front.url).hostname, url: front.url }]),
      ...(front?.email === undefined ? [] : [{ label: front.email, url: `mailto:${front.email}` }]),
      ...(front?.links ?? []).map(({ label, url }) => ({
        label,
        url: url.startsWith('/') ? pathWithinSite(url, context.links) : url,
      })),
    ],
  }
}

/** Facts about a country or a partner: the number of its articles, their dates, and the terms that they share most often. */
function termFacts({ taxonomy, articles }: SiteTerm, language: string): ArticleListProps['facts'] {
  const relatedKey = { countries: 'partners', partners: 'countries' }[taxonomy.key]
  const [latest, earliest] = [articles[0], articles.at(-1)]
  if (relatedKey === undefined || latest === undefined || earliest === undefined) return undefined
  const words = findStrings(language)
  const related = mostFrequentTerms(relatedKey, articles)
  const [first] = related
  return [
    { label: words.storiesLabel, value: formatNumber(articles.length, language) },
    { label: words.since, value: earliest.front.date.day.slice(0, 4) },
    { label: words.latestStory, value: formatDay(latest.front.date.day, language) },
    ...(first === undefined
      ? []
      : [
          {
            label: first.taxonomy.labels.many,
            links: related.map(({ name, address }) => ({ label: name, url: encodeUrlPath(address) })),
          },
        ]),
  ]
}

function mostFrequentTerms(key: string, articles: SiteTerm['articles']): SiteTerm[] {
  const counts = new Map<SiteTerm, number>()
  for (const { terms } of articles) {
    for (const term of terms[key] ?? []) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, maxRelatedTerms)
    .map(([term]) => term)
}
