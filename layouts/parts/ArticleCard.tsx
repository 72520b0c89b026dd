import type { FormattedTime } from '../../src/i18n/format.ts'
import { Picture, type PictureProps } from './Picture.tsx'

export interface ArticleCardProps {
  url: string
  title: string
  date: FormattedTime
  summary: string
  place?: string | undefined
  lang?: string | undefined
  image?: PictureProps | undefined
  /** Set in previews only. */
  notice?: string | undefined
}

/**
 * How a story stands in a list: as what the page opens with, as what a section opens with, with its picture above it, or in a row
 * with its picture at the end.
 */
export type ArticleCardForm = 'cover' | 'section' | 'card' | 'row'

/** A story in a list. */
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
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing focuses it, by its tabindex
        <a class="card-image" href={url} tabindex={-1} aria-hidden="true">
          <Picture {...image} alt="" at={form} eager={eager} />
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
