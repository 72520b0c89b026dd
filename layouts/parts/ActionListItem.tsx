import { joinLabels } from '../../src/i18n/format.ts'
import type { Strings } from '../../src/i18n/interface-strings.ts'
import type { ActionProps } from './ActionBox.tsx'
import type { NamedLink } from './named-link.ts'

/** What a story asks of readers, away from the story. */
export interface ActionListItemProps extends ActionProps {
  lang?: string | undefined
  /** Whether the last day is near. */
  endsSoon: boolean
  story: NamedLink
  places: readonly string[]
}

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
}: ActionListItemProps & { words: Strings }) {
  return (
    <li class={`action action-${kind}`}>
      <p class="action-kind">
        {words.actionKinds[kind]}
        {places.length > 0 && <span class="action-place">{joinLabels(places, words.language)}</span>}
      </p>
      <p lang={lang}>{text}</p>
      {url !== undefined && (
        <p class="action-link">
          <a
            href={url}
            rel={/^https?:/.test(url) ? 'noopener' : undefined}
            aria-label={`${words.actionLinks[kind]}: ${story.name}`}
          >
            {words.actionLinks[kind]}
          </a>
        </p>
      )}
      {until !== undefined && <p class={endsSoon ? 'action-until action-soon' : 'action-until'}>{until}</p>}
      <p class="action-story">
        <a href={story.url} lang={lang}>
          {story.name}
        </a>
      </p>
    </li>
  )
}
