import { findStrings } from '../src/i18n/find-strings.ts'
import { Document, type PageProps } from './Document.tsx'
import { ActionListItem, type ActionListItemProps } from './parts/ActionListItem.tsx'
import { ListHead } from './parts/ListHead.tsx'
import type { NamedLink } from './parts/named-link.ts'
import { Pager, type PagerProps } from './parts/Pager.tsx'

export interface ActionsProps extends PageProps {
  kicker?: { label: string; url: string } | undefined
  title: string
  intro?: string | undefined
  /** The sentence for an empty list. */
  empty: string
  groups: readonly { title?: string | undefined; url?: string | undefined; items: readonly ActionListItemProps[] }[]
  /** Stories whose requests were answered, and the stories that report it. */
  answered?: readonly { story: NamedLink; answers: readonly NamedLink[] }[] | undefined
  filters: readonly {
    label: string
    links: readonly { name: string; url: string; count?: string | undefined; current?: boolean }[]
  }[]
  pager: PagerProps
}

/** A list of the actions of all stories. */
export function Actions({
  chrome,
  head,
  kicker,
  title,
  intro,
  empty,
  groups,
  answered = [],
  filters,
  pager,
}: ActionsProps) {
  const words = findStrings(chrome.language)
  const isEmpty = groups.every(({ items }) => items.length === 0)
  return (
    <Document chrome={chrome} head={head}>
      <ListHead kicker={kicker} title={title}>
        {intro !== undefined && <p class="summary">{intro}</p>}
      </ListHead>
      {filters.map(({ label, links }) => (
        <nav class="filters" aria-label={label}>
          <ul>
            {links.map(({ name, url, count, current }) => (
              <li>
                <a href={url} aria-current={current === true || url === head.url ? 'page' : undefined}>
                  {name}
                </a>
                {count !== undefined && <span class="count"> {count}</span>}
              </li>
            ))}
          </ul>
        </nav>
      ))}
      {isEmpty && <p>{empty}</p>}
      {groups.map((group) => (
        <section class="asked-group">
          {group.title !== undefined && (
            <h2>{group.url === undefined ? group.title : <a href={group.url}>{group.title}</a>}</h2>
          )}
          <ul class="asked">
            {group.items.map((item) => (
              <ActionListItem {...item} words={words} />
            ))}
          </ul>
        </section>
      ))}
      {answered.length > 0 && (
        <section class="answered" aria-labelledby="Answered">
          <h2 id="Answered">{words.answeredPrayers}</h2>
          <ul class="index">
            {answered.map(({ story, answers }) => (
              <li>
                {answers.map(({ name, url }) => (
                  <a href={url}>{name}</a>
                ))}
                <p>
                  {words.answerTo} <a href={story.url}>{story.name}</a>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Pager {...pager} words={words} />
    </Document>
  )
}
