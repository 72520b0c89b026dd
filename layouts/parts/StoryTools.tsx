import type { Strings } from '../../src/i18n/strings.ts'
import type { ArticleProps } from '../Article.tsx'

/** The same story to take over, to read with little data, and to read aloud. */
export function StoryTools({
  republish,
  plain,
  script,
  words,
}: Pick<ArticleProps, 'republish' | 'plain' | 'script'> & { words: Strings }) {
  if ((script ?? republish ?? plain) === undefined) return null
  return (
    <ul class="story-tools">
      {republish !== undefined && (
        <li>
          <a href={republish}>{words.republish}</a>
        </li>
      )}
      {plain !== undefined && (
        <li>
          <a href={plain}>{words.textEdition}</a>
        </li>
      )}
      {script !== undefined && (
        <li>
          <a href={script}>{words.script}</a>
        </li>
      )}
    </ul>
  )
}
