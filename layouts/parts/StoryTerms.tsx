import type { ArticleProps, TermLink } from '../Article.tsx'

/** What a story is filed under, a list for each taxonomy. */
export function StoryTerms({ terms }: Pick<ArticleProps, 'terms'>) {
  if (terms.length === 0) return null
  return (
    <dl class="terms">
      {terms.map(({ label, terms }) => (
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

function Term({ name, url, lang }: TermLink) {
  return (
    <li>
      <a href={url} rel="tag" lang={lang}>
        {name}
      </a>
    </li>
  )
}
