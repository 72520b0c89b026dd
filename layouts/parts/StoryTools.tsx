import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'

export interface StoryToolsProps {
  /** The address of the story in the text edition. */
  plain?: string | undefined
  /** The address of the script to read on air. */
  script?: string | undefined
  /** The address of the text to republish. */
  republish?: string | undefined
}

/** Links to the same story for republishing, for slow connections, and for reading on air. */
export function StoryTools({ republish, plain, script, words }: StoryToolsProps & { words: InterfaceStrings }) {
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
