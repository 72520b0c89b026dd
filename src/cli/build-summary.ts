import type { Built } from '../builder/build.ts'
import { number } from '../i18n/format.ts'
import { tally } from './print-problems.ts'

/** A number of things, in words: “1 article”, “2 articles”. */
export const counted = (value: number, one: string) => `${number(value, 'en')} ${value === 1 ? one : `${one}s`}`

/** What a build says at its end. */
export function summary({ count, changes, problems }: Built, seconds: number, where: string): string {
  const { added, changed, removed } = changes
  const moved =
    added + changed + removed === 0
      ? 'nothing changed'
      : `${number(added, 'en')} added, ${number(changed, 'en')} changed, ${number(removed, 'en')} removed`
  return [
    `${counted(count.articles, 'article')}, ${counted(count.pages, 'page')}, ${counted(count.feeds, 'feed')} in ${seconds.toFixed(1)} s`,
    `Files: ${moved}`,
    ...(problems.length === 0 ? [] : [tally(problems)]),
    `Site: ${where}`,
    '',
  ].join('\n')
}
