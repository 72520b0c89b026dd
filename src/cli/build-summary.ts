import type { BuildResult } from '../builder/build.ts'
import { formatNumber } from '../i18n/format.ts'
import { countProblems } from './print-problems.ts'

/** A number of things, in words: “1 article”, “2 articles”. */
export const countLabel = (value: number, one: string) =>
  `${formatNumber(value, 'en')} ${value === 1 ? one : `${one}s`}`

/** What a build says at its end. */
export function buildSummary({ counts, changes, problems }: BuildResult, seconds: number, where: string): string {
  const { added, changed, removed } = changes
  const moved =
    added + changed + removed === 0
      ? 'nothing changed'
      : `${formatNumber(added, 'en')} added, ${formatNumber(changed, 'en')} changed, ${formatNumber(removed, 'en')} removed`
  return [
    `${countLabel(counts.articles, 'article')}, ${countLabel(counts.pages, 'page')}, ${countLabel(counts.feeds, 'feed')} in ${seconds.toFixed(1)} s`,
    `Files: ${moved}`,
    ...(problems.length === 0 ? [] : [countProblems(problems)]),
    `Site: ${where}`,
    '',
  ].join('\n')
}
