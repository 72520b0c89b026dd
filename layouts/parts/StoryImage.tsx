import type { Strings } from '../../src/i18n/strings.ts'
import type { ArticleProps } from '../Article.tsx'
import { Picture } from './Picture.tsx'

/** A story's lead picture, and who took it. */
export function StoryImage({ image, words }: { image: NonNullable<ArticleProps['image']>; words: Strings }) {
  const { caption, credit } = image
  return (
    <figure class="story-image">
      <Picture {...image} at="lead" eager />
      {(caption !== undefined || credit !== undefined) && (
        <figcaption>
          {caption} {credit !== undefined && <span class="credit">{words.photoCredit(credit)}</span>}
        </figcaption>
      )}
    </figure>
  )
}
