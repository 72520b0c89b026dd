import type { BuildResult } from '../builder/builder.ts'
import { formatNextChange } from '../builder/next-change-file.ts'
import { formatNumber } from '../i18n/format.ts'
import { basePath } from '../newsroom/url-path.ts'
import { formatProblemCount } from './print-problems.ts'

/** Formats a number of things: “1 article”, “2 articles”. */
export const formatCount = (count: number, singular: string) =>
  `${formatNumber(count, 'en')} ${count === 1 ? singular : `${singular}s`}`

/**
 * Formats the summary that a build ends with.
 *
 * @param nextChange when the site changes next by itself, or where that is written
 */
export function buildSummary(
  { siteUrl, counts, changes, problems }: BuildResult,
  seconds: number,
  sitePath: string,
  nextChange: string,
): string {
  const { added, changed, removed } = changes
  const changedFiles =
    added + changed + removed === 0
      ? 'nothing changed'
      : `${formatNumber(added, 'en')} added, ${formatNumber(changed, 'en')} changed, ${formatNumber(removed, 'en')} removed`
  return [
    `${formatCount(counts.articles, 'article')}, ${formatCount(counts.pages, 'page')}, ${formatCount(counts.feeds, 'feed')} in ${seconds.toFixed(1)} s`,
    `Files: ${changedFiles}`,
    ...(problems.length === 0 ? [] : [formatProblemCount(problems)]),
    `Site: ${sitePath}`,
    ...(basePath(siteUrl) === '' ? [] : [robotsNote(siteUrl)]),
    `Next change by itself: ${nextChange}`,
    '',
  ].join('\n')
}

/** Says what a site in a folder of its host cannot do by itself. */
const robotsNote = (siteUrl: string) =>
  `Robots: search engines read robots.txt at the root of a host alone. Add the line “Sitemap: ${siteUrl}/sitemap.xml” to ${new URL(siteUrl).origin}/robots.txt, or give that address to each search engine.`

/**
 * Formats when a site changes next by itself. A log is kept and shared, so it names only the file: it must not say when
 * a story under embargo appears, nor that there is one.
 */
export function nextChangeLabel(instant: number | undefined, file: string, isTTY: boolean): string {
  return isTTY ? formatNextChange(instant) : `see ${file}`
}
