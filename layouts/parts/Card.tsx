import type { ShownTime } from '../../src/site/words.ts'
import { Picture, type PictureProps } from './Picture.tsx'

export interface CardProps {
  url: string
  title: string
  date: ShownTime
  summary: string
  place?: string | undefined
  lang?: string | undefined
  image?: PictureProps | undefined
  /** Set in previews only. */
  notice?: string | undefined
}

/** A story in a list. */
export function Card({
  url,
  title,
  date,
  summary,
  place,
  lang,
  image,
  notice,
  heading = 3,
  eager = false,
}: CardProps & { heading?: 2 | 3; eager?: boolean }) {
  const Heading = `h${heading}` as const
  return (
    <article class={image === undefined ? 'card' : 'card card-with-image'} lang={lang}>
      {image !== undefined && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing focuses it, by its tabindex
        <a class="card-image" href={url} tabindex={-1} aria-hidden="true">
          <Picture {...image} alt="" at={eager ? 'cover' : 'card'} eager={eager} />
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
