import type { BuildResult } from '../builder/builder.ts'
import { formatNumber } from '../i18n/format.ts'
import { formatProblemCount } from './print-problems.ts'

/** Formats a number of things: “1 article”, “2 articles”. */
export const formatCount = (count: number, singular: string) =>
  `${formatNumber(count, 'en')} ${count === 1 ? singular : `${singular}s`}`

/** Formats the summary that a build ends with. */
export function buildSummary({ counts, changes, problems }: BuildResult, seconds: number, sitePath: string): string {
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
    '',
  ].join('\n')
}
