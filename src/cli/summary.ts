import { layouts } from '../../layouts/layouts.ts'
import type { Built } from '../eleventy/plugin.ts'
import { number } from '../site/words.ts'
import { tally } from './report.ts'

/** What a build says at its end. */
export function summary({ press, changes }: Built, seconds: number, where: string): string {
  const outputs = [...press.outputs.values()]
  const pages = outputs.filter(({ layout }) => layout in layouts && layout !== 'redirect').length
  const feeds = outputs.filter(({ layout }) => layout === 'rss').length
  const count = (value: number, one: string, many = `${one}s`) => `${number(value, 'en')} ${value === 1 ? one : many}`
  const { added, changed, removed } = changes
  const moved =
    added + changed + removed === 0
      ? 'nothing changed'
      : `${number(added, 'en')} added, ${number(changed, 'en')} changed, ${number(removed, 'en')} removed`
  return [
    `${count(press.site.articles.length, 'article')}, ${count(pages, 'page')}, ${count(feeds, 'feed')} in ${seconds.toFixed(1)} s`,
    `Files: ${moved}`,
    ...(press.problems.length === 0 ? [] : [tally(press.problems)]),
    `Site: ${where}`,
    '',
  ].join('\n')
}
