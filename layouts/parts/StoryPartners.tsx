import type { Strings } from '../../src/i18n/strings.ts'
import type { ArticleProps } from '../Article.tsx'

/**
 * The ministries that a story is about.
 *
 * @param own the language of what the outlet says of them
 */
export function StoryPartners({
  partners,
  own,
  words,
}: Pick<ArticleProps, 'partners'> & { own: { lang?: string; dir?: 'ltr' | 'rtl' }; words: Strings }) {
  if (partners.length === 0) return null
  return (
    <section class="partners" aria-labelledby="Partners">
      <h2 id="Partners">{words.partnersInStory}</h2>
      <ul>
        {partners.map(({ name, url, summary, website }) => (
          <li>
            <a href={url} {...own}>
              {name}
            </a>
            {summary !== undefined && (
              <p>
                <span {...own}>{summary}</span>
              </p>
            )}
            {website !== undefined && (
              <p>
                <a href={website} rel="noopener">
                  {new URL(website).hostname}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
