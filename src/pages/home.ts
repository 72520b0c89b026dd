import { isOver } from '../newsroom/action.ts'
import { href } from '../newsroom/address.ts'
import { indexAddress } from '../newsroom/taxonomy.ts'
import type { SiteArticle } from '../site/site.ts'
import { inType, number } from '../site/words.ts'
import { strings } from '../strings/strings.ts'
import { cardOf, type Frame, pageProps, titleOf } from './frame.ts'
import type { Output } from './output.ts'

/** The front page: the lead story, the latest, requests for prayer, and the countries last in the news. */
export function homePage(frame: Frame): Output[] {
  const { site } = frame
  const { outlet, articles } = site
  const words = strings(outlet.language)
  const lead = articles.find(({ slug }) => slug === outlet.home.lead) ?? articles[0]
  const link = (article: SiteArticle) => ({ name: titleOf(article), url: href(article.address) })
  const countries = site.taxonomies.find(({ taxonomy }) => taxonomy.key === 'countries')
  const position = new Map(articles.map((article, index) => [article, index]))
  const newestFirst = [...(countries?.terms ?? [])]
    .filter((term) => term.articles.length > 0)
    .sort((a, b) => newest(a.articles, position) - newest(b.articles, position))
  return [
    {
      url: '/',
      layout: 'home',
      props: {
        ...pageProps(frame, '/', { title: outlet.name }),
        lead: lead === undefined ? undefined : cardOf(lead, frame, true),
        latest: articles
          .filter((article) => article !== lead)
          .slice(0, outlet.home.latest)
          .map((article) => cardOf(article, frame, true)),
        countries: newestFirst.slice(0, outlet.home.countries).flatMap(({ name, address, articles }) => {
          const [latest] = articles
          if (latest === undefined) return []
          const stories = words.stories(number(articles.length, outlet.language), articles.length === 1)
          return [{ name, url: href(address), stories, newest: link(latest) }]
        }),
        prayers: openPrayers(articles, site.today, outlet.home.prayers).map(({ article, text }) => ({
          text: inType(text, article.language),
          story: link(article),
        })),
        archive: href(outlet.addresses.archive as '/'),
        countriesIndex: countries === undefined ? '/' : href(indexAddress(countries.taxonomy)),
      },
    },
  ]
}

const newest = (articles: readonly SiteArticle[], position: ReadonlyMap<SiteArticle, number>) =>
  articles[0] === undefined ? Number.POSITIVE_INFINITY : (position.get(articles[0]) ?? 0)

/** The latest requests for prayer whose last day is not past, one a story. */
function openPrayers(
  articles: readonly SiteArticle[],
  today: string,
  wanted: number,
): { article: SiteArticle; text: string }[] {
  const found: { article: SiteArticle; text: string }[] = []
  for (const article of articles) {
    if (found.length >= wanted) break
    const prayer = [...article.front.actions, ...article.body.actions].find(
      (action) => action.kind === 'pray' && !isOver(action, today),
    )
    if (prayer !== undefined) found.push({ article, text: prayer.text })
  }
  return found
}
