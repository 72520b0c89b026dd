import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import { ArticleCard, type ArticleCardProps } from './ArticleCard.tsx'
import type { NamedLink } from './named-link.ts'

export interface MoreStoriesProps {
  related: readonly ArticleCardProps[]
  previous?: NamedLink | undefined
  next?: NamedLink | undefined
}

/** Related stories, and links to the stories before and after this one. */
export function MoreStories({ related, previous, next, words }: MoreStoriesProps & { words: InterfaceStrings }) {
  return (
    <>
      {related.length > 0 && (
        <section class="related" aria-labelledby="Related">
          <h2 id="Related">{words.related}</h2>
          <div class="cards">
            {related.map((card) => (
              <ArticleCard {...card} />
            ))}
          </div>
        </section>
      )}
      {(previous !== undefined || next !== undefined) && (
        <nav class="neighbours" aria-label={words.moreStories}>
          {previous !== undefined && (
            <a href={previous.url} rel="prev">
              <span>{words.previousStory}</span> {previous.name}
            </a>
          )}
          {next !== undefined && (
            <a class="neighbours-next" href={next.url} rel="next">
              <span>{words.nextStory}</span> {next.name}
            </a>
          )}
        </nav>
      )}
    </>
  )
}
