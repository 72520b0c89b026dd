import { findStrings } from '../i18n/find-strings.ts'
import { formatMonth, formatStoryCount } from '../i18n/format.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { groupBy } from '../site/group-by.ts'
import type { SiteArticle } from '../site/site.ts'
import { articleListPage } from './article-list.ts'
import { coverageByMonth } from './coverage.ts'
import { joinTitle, pageLabel } from './list-page-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'
import { paginate } from './paginate.ts'

/** Returns the archive: an index of years, a page for each year with its months, and lists of the articles of each month. */
export function archivePages(context: PageContext): Output[] {
  const byMonth = groupBy(context.site.listedArticles, ({ front }) => front.date.day.slice(0, 7))
  const monthsByYear = groupBy([...byMonth.keys()], (month) => month.slice(0, 4))
  const countArticles = (month: string) => byMonth.get(month)?.length ?? 0
  return [
    yearIndexPage(monthsByYear, countArticles, context),
    ...[...monthsByYear].map(([year, months]) => yearPage(year, months, countArticles, context)),
    ...[...byMonth].flatMap(([month, articles]) => monthPages(month, articles, context)),
  ]
}

type CountArticles = (month: string) => number

const archiveAddress = ({ outlet }: PageContext) => outlet.addresses.archive as UrlPath

const yearAddress = (year: string, context: PageContext): UrlPath => `${archiveAddress(context)}${year}/`

/** @param month such as 2026-11 */
const monthAddress = (month: string, context: PageContext): UrlPath =>
  `${archiveAddress(context)}${month.replace('-', '/')}/`

function yearIndexPage(
  monthsByYear: ReadonlyMap<string, readonly string[]>,
  countArticles: CountArticles,
  context: PageContext,
): Output {
  const { language } = context.outlet
  const words = findStrings(language)
  const url = archiveAddress(context)
  const entries = [...monthsByYear].map(([year, months]) => ({
    name: year,
    url: encodeUrlPath(yearAddress(year, context)),
    count: formatStoryCount(
      months.reduce((sum, month) => sum + countArticles(month), 0),
      language,
    ),
  }))
  return {
    url,
    layout: 'term-index',
    props: {
      ...pageProps(context, url, { title: words.archive }),
      title: words.archive,
      groups: entries.length === 0 ? [] : [{ entries }],
    },
  }
}

function yearPage(year: string, months: readonly string[], countArticles: CountArticles, context: PageContext): Output {
  const { language } = context.outlet
  const words = findStrings(language)
  const url = yearAddress(year, context)
  const entries = months.map((month) => ({
    name: formatMonth(month, language),
    url: encodeUrlPath(monthAddress(month, context)),
    count: formatStoryCount(countArticles(month), language),
  }))
  return {
    url,
    layout: 'term-index',
    props: {
      ...pageProps(context, url, { title: words.archiveOf(year) }),
      kicker: { label: words.archive, url: encodeUrlPath(archiveAddress(context)) },
      title: year,
      chart: coverageByMonth(year, countArticles, language),
      groups: [{ entries }],
    },
  }
}

function monthPages(month: string, articles: readonly SiteArticle[], context: PageContext): Output[] {
  const { language, listSize } = context.outlet
  const words = findStrings(language)
  const year = month.slice(0, 4)
  return paginate(articles, listSize * 3, monthAddress(month, context)).map((page) => {
    const title = formatMonth(month, language)
    const label = pageLabel(page, language)
    return articleListPage(page, context, () => ({
      head: { title: joinTitle(words.archiveOf(title), label) },
      intro: {
        kicker: { label: year, url: encodeUrlPath(yearAddress(year, context)) },
        title,
        page: label,
        links: [],
      },
    }))
  })
}
