import { type FormattedTime, formatListToParts } from '../../src/i18n/format.ts'
import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import { direction } from '../../src/newsroom/language.ts'
import type { NamedLink } from './named-link.ts'

export interface StoryHeadProps {
  title: string
  /** The sentence below the headline. */
  standfirst?: string | undefined
  /** Empty if the byline is withheld. */
  authors: readonly NamedLink[]
  date: FormattedTime
  updated?: FormattedTime | undefined
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  /** The same story in other languages. */
  versions: readonly { language: string; name: string; title: string; url: string }[]
  /** In previews: the reason why readers do not see the story. */
  notice?: string | undefined
}

/**
 * A story's headline, byline and dates, and its other languages.
 *
 * @param ui the language of the interface
 */
export function StoryHead({
  title,
  authors,
  date,
  updated,
  lang,
  dir,
  notice,
  standfirst,
  versions,
  ui,
  words,
}: StoryHeadProps & { ui: string; words: InterfaceStrings }) {
  return (
    <header class="story-head" lang={lang} dir={dir}>
      {notice !== undefined && <p class="notice">{notice}</p>}
      <h1>{title}</h1>
      {standfirst !== undefined && <p class="standfirst">{standfirst}</p>}
      <p class="story-meta" lang={lang && ui} dir={dir && direction(ui)}>
        {authors.length > 0 && (
          <span class="byline">
            {words.by} {authorList(authors, ui)}
          </span>
        )}
        <time datetime={date.iso}>{date.text}</time>
        {updated !== undefined && (
          <span class="updated">
            {words.updated} <time datetime={updated.iso}>{updated.text}</time>
          </span>
        )}
      </p>
      {versions.length > 0 && <Versions versions={versions} lang={lang && ui} words={words} />}
    </header>
  )
}

function Versions({
  versions,
  lang,
  words,
}: Pick<StoryHeadProps, 'versions'> & { lang: string | undefined; words: InterfaceStrings }) {
  return (
    <p class="versions" lang={lang}>
      {words.inOtherLanguages}{' '}
      {versions.map(({ language, name, title, url }, index) => (
        <>
          {index > 0 && ' · '}
          <a href={url} hreflang={language} lang={language} title={title}>
            {name}
          </a>
        </>
      ))}
    </p>
  )
}

/** Links to the authors in the list style of a language: “A, B, and C”. */
function authorList(authors: readonly NamedLink[], language: string) {
  const names = authors.map((_, index) => String(index))
  return formatListToParts(names, language).map(({ type, value }) => {
    const author = type === 'element' ? authors[Number(value)] : undefined
    return author === undefined ? (
      value
    ) : (
      <a href={author.url} rel="author">
        {author.name}
      </a>
    )
  })
}
