import { formatStoryCount, typesetText } from '../i18n/format.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { openActions } from '../site/open-actions.ts'
import { newestFirst, type Site, type SiteArticle } from '../site/site.ts'
import type { Output } from './output.ts'
import { articleCardWithImage, articleTitle, type PageContext, pageProps } from './page-context.ts'

/** The front page: the lead story, the latest, requests for prayer, and the countries last in the news. */
export function homePage(context: PageContext): Output[] {
  const { site } = context
  const { outlet, listedArticles: articles } = site
  const lead = articles.find(({ slug }) => slug === outlet.home.lead) ?? articles[0]
  const link = (article: SiteArticle) => ({ name: articleTitle(article), url: encodeUrlPath(article.address) })
  const countries = site.taxonomies.find(({ taxonomy }) => taxonomy.key === 'countries')
  const told = (countries?.terms ?? []).filter(({ articles }) => articles.length > 0)
  const byLatestArticle = told.toSorted(({ articles: [a] }, { articles: [b] }) => (a && b ? newestFirst(a, b) : 0))
  return [
    {
      url: '/',
      layout: 'home',
      props: {
        ...pageProps(context, '/', { title: outlet.name }),
        lead: lead === undefined ? undefined : articleCardWithImage(lead, context),
        latest: articles
          .filter((article) => article !== lead)
          .slice(0, outlet.home.latest)
          .map((article) => articleCardWithImage(article, context)),
        countries: byLatestArticle.slice(0, outlet.home.countries).flatMap(({ name, address, articles }) => {
          const [latest] = articles
          if (latest === undefined) return []
          const stories = formatStoryCount(articles.length, outlet.language)
          return [{ name, url: encodeUrlPath(address), stories, newest: link(latest) }]
        }),
        prayers: openPrayers(site, outlet.home.prayers).map(({ article, text }) => ({
          text: typesetText(text, article.language),
          story: link(article),
        })),
        archive: encodeUrlPath(outlet.addresses.archive as '/'),
        countriesIndex: countries === undefined ? '/' : encodeUrlPath(indexAddress(countries.taxonomy)),
      },
    },
  ]
}

/** The latest requests for prayer, one a story. */
function openPrayers(site: Site, wanted: number): { article: SiteArticle; text: string }[] {
  const found = new Map<SiteArticle, string>()
  for (const { action, article } of openActions(site)) {
    if (action.kind === 'pray' && !found.has(article)) found.set(article, action.text)
  }
  return [...found]
    .map(([article, text]) => ({ article, text }))
    .toSorted((a, b) => b.article.front.date.instant - a.article.front.date.instant)
    .slice(0, wanted)
}
