import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import type { ActionKind } from '../../src/newsroom/action.ts'
import { actionClasses } from '../../src/newsroom/action-classes.ts'
import { relAttribute } from '../../src/newsroom/link.ts'

export interface ActionProps {
  kind: ActionKind
  text: string
  /** Undefined after the last day. */
  url?: string | undefined
  /** A sentence about the last day. */
  until?: string | undefined
}

/** An action from the front matter of a story. Blocks in its text look the same. */
export function ActionBox({ kind, text, url, until, words }: ActionProps & { words: InterfaceStrings }) {
  return (
    <div class={actionClasses.box(kind).join(' ')}>
      <p class={actionClasses.kind}>{words.actionKinds[kind]}</p>
      <p>{text}</p>
      <ActionLink kind={kind} url={url} words={words} />
      {until !== undefined && <p class={actionClasses.until}>{until}</p>}
    </div>
  )
}

/**
 * The link of an action, if it has one.
 *
 * @param story the headline of the story, for screen readers, where the action is not on the page of its story
 */
export function ActionLink({
  kind,
  url,
  story,
  words,
}: Pick<ActionProps, 'kind' | 'url'> & { story?: string | undefined; words: InterfaceStrings }) {
  if (url === undefined) return null
  const label = words.actionLinks[kind]
  return (
    <p class={actionClasses.link}>
      <a href={url} rel={relAttribute(url)} aria-label={story && `${label}: ${story}`}>
        {label}
      </a>
    </p>
  )
}
