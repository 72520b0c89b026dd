import type { FormattedTime } from '../../src/i18n/format.ts'
import type { PictureProps } from '../../src/newsroom/picture-attributes.ts'
import { Picture } from './Picture.tsx'

export interface ArticleCardProps {
  url: string
  title: string
  date: FormattedTime
  summary: string
  place?: string | undefined
  lang?: string | undefined
  image?: PictureProps | undefined
  /** In previews: the reason why readers do not see the story. */
  notice?: string | undefined
}

/** The form of a card: the first of a page, the first of a section, with its picture above, or a row with its picture at the end. */
export type ArticleCardForm = 'cover' | 'section' | 'card' | 'row'

/**
 * A story in a list.
 *
 * @param heading the level of the heading
 * @param eager true loads the picture with the page
 */
export function ArticleCard({
  url,
  title,
  date,
  summary,
  place,
  lang,
  image,
  notice,
  heading = 3,
  form = 'card',
  eager = form === 'cover',
}: ArticleCardProps & { heading?: 2 | 3; form?: ArticleCardForm; eager?: boolean }) {
  const Heading = `h${heading}` as const
  return (
    <article class={['card', `card-as-${form}`, image && 'card-with-image'].filter(Boolean).join(' ')} lang={lang}>
      {image !== undefined && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: its tabindex keeps it from being focused
        <a class="card-image" href={url} tabindex={-1} aria-hidden="true">
          <Picture {...image} alt="" position={form} eager={eager} />
        </a>
      )}
      <div class="card-text">
        <Heading class="card-title">
          <a href={url}>{title}</a>
        </Heading>
        {notice !== undefined && <p class="notice">{notice}</p>}
        <p class="card-summary">{summary}</p>
        <p class="card-meta">
          {place !== undefined && <span class="card-place">{place}</span>}
          <time datetime={date.iso}>{date.text}</time>
        </p>
      </div>
    </article>
  )
}
