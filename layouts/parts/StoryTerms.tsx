import type { NamedLink } from './named-link.ts'

/** The terms of a story in one taxonomy. */
export interface StoryTermList {
  label: string
  terms: readonly NamedLink[]
}

/** The terms of a story, a list for each taxonomy. */
export function StoryTerms({ lists }: { lists: readonly StoryTermList[] }) {
  if (lists.length === 0) return null
  return (
    <dl class="terms">
      {lists.map(({ label, terms }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <ul>{terms.map(Term)}</ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Term({ name, url, lang }: NamedLink) {
  return (
    <li>
      <a href={url} rel="tag" lang={lang}>
        {name}
      </a>
    </li>
  )
}
