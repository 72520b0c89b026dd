import type { Strings } from '../../src/i18n/strings.ts'
import type { ArticleProps } from '../Article.tsx'
import { ArticleCard } from './ArticleCard.tsx'

/** Stories like this one, and those before and after it. */
export function MoreStories({
  related,
  previous,
  next,
  words,
}: Pick<ArticleProps, 'related' | 'previous' | 'next'> & { words: Strings }) {
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
