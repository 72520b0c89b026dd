import { joinLabels } from '../../src/i18n/format.ts'
import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import { actionClasses } from '../../src/newsroom/action-classes.ts'
import { ActionLink, type ActionProps } from './ActionBox.tsx'
import type { NamedLink } from './named-link.ts'
import { StoryLink } from './StoryLink.tsx'

export interface ActionListItemProps extends ActionProps {
  lang?: string | undefined
  /** True if the last day is near. */
  endsSoon: boolean
  story: NamedLink
  /** The countries of the story. */
  places: readonly string[]
}

/** An action in a list, with its story. */
export function ActionListItem({
  kind,
  text,
  lang,
  url,
  until,
  endsSoon,
  story,
  places,
  words,
}: ActionListItemProps & { words: InterfaceStrings }) {
  return (
    <li class={actionClasses.box(kind).join(' ')}>
      <p class={actionClasses.kind}>
        {words.actionKinds[kind]}
        {places.length > 0 && <span class="action-place">{joinLabels(places, words.language)}</span>}
      </p>
      <p lang={lang}>{text}</p>
      <ActionLink kind={kind} url={url} story={story.name} words={words} />
      {until !== undefined && (
        <p class={endsSoon ? `${actionClasses.until} action-soon` : actionClasses.until}>{until}</p>
      )}
      <StoryLink story={story} lang={lang} />
    </li>
  )
}
