import type { HomeProps } from '../../layouts/Home.tsx'
import { formatStoryCount } from '../i18n/format.ts'
import { typesetText } from '../i18n/typography.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { findOpenActions } from '../site/open-actions.ts'
import type { Site, SiteArticle, SiteTaxonomy } from '../site/site.ts'
import { newestFirst } from '../site/sort-order.ts'
import { articleCardWithImage } from './article-card.ts'
import { articleLink } from './article-teaser.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'

/** Returns the front page: the lead article, the latest, requests for prayer, and the countries last in the news. */
export function homePage(context: PageContext): Output[] {
  const { site } = context
  const { outlet, listedArticles } = site
  const lead = listedArticles.find(({ slug }) => slug === outlet.home.lead) ?? listedArticles[0]
  const countries = site.taxonomies.find(({ taxonomy }) => taxonomy.key === 'countries')
  return [
    {
      url: '/',
      layout: 'home',
      props: {
        ...pageProps(context, '/', { title: outlet.name }),
        lead: lead === undefined ? undefined : articleCardWithImage(lead, context),
        latest: listedArticles
          .filter((article) => article !== lead)
          .slice(0, outlet.home.latest)
          .map((article) => articleCardWithImage(article, context)),
        countries: latestCountries(countries, outlet.home.countries, outlet.language),
        prayers: latestPrayers(site, outlet.home.prayers).map(({ article, text }) => ({
          text: typesetText(text, article.language),
          story: articleLink(article),
        })),
        archive: encodeUrlPath(outlet.addresses.archive as '/'),
        countriesIndex: countries === undefined ? '/' : encodeUrlPath(indexAddress(countries.taxonomy)),
      },
    },
  ]
}

/** The countries with the newest articles, each with its newest. */
function latestCountries(countries: SiteTaxonomy | undefined, limit: number, language: string): HomeProps['countries'] {
  const withArticles = (countries?.terms ?? []).filter(({ articles }) => articles.length > 0)
  return withArticles
    .toSorted(({ articles: [a] }, { articles: [b] }) => (a && b ? newestFirst(a, b) : 0))
    .slice(0, limit)
    .flatMap(({ name, address, articles }) => {
      const [newest] = articles
      if (newest === undefined) return []
      const stories = formatStoryCount(articles.length, language)
      return [{ name, url: encodeUrlPath(address), stories, newest: articleLink(newest) }]
    })
}

/** The latest requests for prayer, one for each article. */
function latestPrayers(site: Site, limit: number): { article: SiteArticle; text: string }[] {
  const texts = new Map<SiteArticle, string>()
  for (const { action, article } of findOpenActions(site)) {
    if (action.kind === 'pray' && !texts.has(article)) texts.set(article, action.text)
  }
  return [...texts]
    .map(([article, text]) => ({ article, text }))
    .toSorted((a, b) => b.article.front.date.instant - a.article.front.date.instant)
    .slice(0, limit)
}
