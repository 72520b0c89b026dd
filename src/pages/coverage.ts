import type { CoverageChartProps } from '../../layouts/parts/CoverageChart.tsx'
import type { WorldMapProps } from '../../layouts/parts/WorldMap.tsx'
import { findStrings } from '../i18n/find-strings.ts'
import { formatMonth, formatNumber, formatStoryCount } from '../i18n/format.ts'
import { countryFromSlug } from '../newsroom/country.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { SiteArticle, SiteTerm } from '../site/site.ts'

/** Returns the map of countries, shaded by their number of articles; undefined without articles. */
export function worldMap(countries: readonly SiteTerm[], language: string): WorldMapProps | undefined {
  const covered = countries.filter(({ articles }) => articles.length > 0)
  if (covered.length === 0) return undefined
  const words = findStrings(language)
  const most = Math.max(...covered.map(({ articles }) => articles.length))
  // The lowest number of articles of each shade, on a logarithmic scale.
  const starts = [...new Set([1, 2, 3, 4].map((shade) => Math.max(1, Math.ceil(most ** ((shade - 1) / 4)))))]
  const findShade = (articles: number) => starts.findLastIndex((start) => articles >= start) + 1
  return {
    label: words.mapOfStories,
    countries: covered.flatMap(({ id, name, address, articles }) => {
      const code = countryFromSlug(id)
      if (code === undefined) return []
      const count = formatStoryCount(articles.length, language)
      return [{ code, name, url: encodeUrlPath(address), count, shade: findShade(articles.length) as 1 | 2 | 3 | 4 }]
    }),
    legend: starts.map((start, index) => {
      const end = (starts[index + 1] ?? most + 1) - 1
      return {
        shade: (index + 1) as 1 | 2 | 3 | 4,
        label:
          end <= start
            ? formatStoryCount(start, language)
            : `${formatNumber(start, language)}–${formatStoryCount(end, language)}`,
      }
    }),
  }
}

/** Returns the chart of articles per year, from the first year to the last; undefined if all are of one year. */
export function coverageByYear(articles: readonly SiteArticle[], language: string): CoverageChartProps | undefined {
  const counts = new Map<number, number>()
  for (const { front } of articles) {
    const year = Number(front.date.day.slice(0, 4))
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const [last = 0, ...others] = counts.keys()
  const first = others.at(-1)
  if (first === undefined) return undefined
  return {
    title: findStrings(language).storiesByYear,
    bars: Array.from({ length: last - first + 1 }, (_, index) => {
      const stories = counts.get(first + index) ?? 0
      return { label: String(first + index), stories, count: formatStoryCount(stories, language) }
    }),
  }
}

/** Returns the chart of articles per month of a year. */
export function coverageByMonth(
  year: string,
  countArticles: (month: string) => number,
  language: string,
): CoverageChartProps {
  return {
    title: findStrings(language).storiesByMonth,
    bars: Array.from({ length: 12 }, (_, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`
      const count = countArticles(month)
      return { label: formatMonth(month, language), stories: count, count: formatStoryCount(count, language) }
    }),
  }
}
