import type { BuildResult } from '../builder/builder.ts'
import { formatNumber } from '../i18n/format.ts'
import { countProblems } from './print-problems.ts'

/** Formats a number of things: “1 article”, “2 articles”. */
export const countLabel = (count: number, singular: string) =>
  `${formatNumber(count, 'en')} ${count === 1 ? singular : `${singular}s`}`

/** Formats the summary that a build ends with. */
export function buildSummary({ counts, changes, problems }: BuildResult, seconds: number, sitePath: string): string {
  const { added, changed, removed } = changes
  const changedFiles =
    added + changed + removed === 0
      ? 'nothing changed'
      : `${formatNumber(added, 'en')} added, ${formatNumber(changed, 'en')} changed, ${formatNumber(removed, 'en')} removed`
  return [
    `${countLabel(counts.articles, 'article')}, ${countLabel(counts.pages, 'page')}, ${countLabel(counts.feeds, 'feed')} in ${seconds.toFixed(1)} s`,
    `Files: ${changedFiles}`,
    ...(problems.length === 0 ? [] : [countProblems(problems)]),
    `Site: ${sitePath}`,
    '',
  ].join('\n')
}
