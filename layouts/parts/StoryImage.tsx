import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import type { PictureProps } from '../../src/newsroom/picture-attributes.ts'
import { Picture } from './Picture.tsx'

export interface StoryImageProps extends PictureProps {
  caption?: string | undefined
  credit?: string | undefined
}

/** A story's lead picture with its caption and credit. */
export function StoryImage({ caption, credit, words, ...picture }: StoryImageProps & { words: InterfaceStrings }) {
  return (
    <figure class="story-image">
      <Picture {...picture} position="lead" eager />
      {(caption !== undefined || credit !== undefined) && (
        <figcaption>
          {caption} {credit !== undefined && <span class="credit">{words.photoCredit(credit)}</span>}
        </figcaption>
      )}
    </figure>
  )
}
