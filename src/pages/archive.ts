import { formatMonth, formatNumber, formatStoryCount } from '../i18n/format.ts'
import { strings } from '../i18n/strings.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import type { SiteArticle } from '../site/site.ts'
import { articleListPage } from './article-list.ts'
import { coverageByMonth } from './coverage.ts'
import type { Output } from './output.ts'
import { type PageContext, pageProps } from './page-context.ts'
import { paginate } from './paginate.ts'

/** All stories by year and month: the years, a page a year with its months, and a page a month with its stories. */
export function archivePages(context: PageContext): Output[] {
  const { outlet, listedArticles: articles } = context.site
  const { language } = outlet
  const words = strings(language)
  const root = outlet.addresses.archive as UrlPath
  const kind = { label: words.archive, url: encodeUrlPath(root) }
  const months = groupBy(articles, ({ front }) => front.date.day.slice(0, 7))
  const years = groupBy([...months.keys()], (month) => month.slice(0, 4))
  const yearAddress = (year: string): UrlPath => `${root}${year}/`
  const monthAddress = (month: string): UrlPath => `${root}${month.replace('-', '/')}/`
  const count = (stories: number) => formatStoryCount(stories, language)
  const entries = (keys: readonly string[]) =>
    keys.map((month) => ({
      name: formatMonth(month, language),
      url: encodeUrlPath(monthAddress(month)),
      count: count(months.get(month)?.length ?? 0),
    }))

  const index: Output = {
    url: root,
    layout: 'term-index',
    props: {
      ...pageProps(context, root, { title: words.archive }),
      title: words.archive,
      groups:
        years.size === 0
          ? []
          : [
              {
                entries: [...years].map(([year, keys]) => ({
                  name: year,
                  url: encodeUrlPath(yearAddress(year)),
                  count: count(keys.reduce((sum, month) => sum + (months.get(month)?.length ?? 0), 0)),
                })),
              },
            ],
    },
  }
  const yearPages = [...years].map(
    ([year, keys]): Output => ({
      url: yearAddress(year),
      layout: 'term-index',
      props: {
        ...pageProps(context, yearAddress(year), { title: words.archiveOf(year) }),
        kind,
        title: year,
        chart: coverageByMonth(year, (month) => months.get(month)?.length ?? 0, language),
        groups: [{ entries: entries(keys) }],
      },
    }),
  )
  const monthPages = [...months].flatMap(([month, stories]) =>
    paginate(stories, outlet.listSize * 3, monthAddress(month)).map((page): Output => {
      const title = formatMonth(month, language)
      const label = page.number === undefined ? undefined : words.page(formatNumber(page.number, language))
      return articleListPage(page, context, () => ({
        head: { title: [words.archiveOf(title), label].filter(Boolean).join(' · ') },
        around: {
          kind: { label: month.slice(0, 4), url: encodeUrlPath(yearAddress(month.slice(0, 4))) },
          title,
          page: label,
          links: [],
        },
      }))
    }),
  )
  return [index, ...yearPages, ...monthPages]
}

/** Groups in the order in which their keys first appear. */
function groupBy<Item extends SiteArticle | string>(
  items: readonly Item[],
  key: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const of = key(item)
    const group = groups.get(of)
    if (group === undefined) groups.set(of, [item])
    else group.push(item)
  }
  return groups
}
