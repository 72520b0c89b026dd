import { listParts } from '../../src/i18n/format.ts'
import type { Strings } from '../../src/i18n/strings.ts'
import { direction } from '../../src/newsroom/language.ts'
import type { ArticleProps, TermLink } from '../Article.tsx'

/** A story's headline, who wrote it and when, and its other languages. */
export function StoryHead({ story, ui, words }: { story: ArticleProps; ui: string; words: Strings }) {
  const { title, authors, date, updated, lang, dir, notice, standfirst, versions } = story
  return (
    <header class="story-head" lang={lang} dir={dir}>
      {notice !== undefined && <p class="notice">{notice}</p>}
      <h1>{title}</h1>
      {standfirst !== undefined && <p class="standfirst">{standfirst}</p>}
      <p class="story-meta" lang={lang && ui} dir={dir && direction(ui)}>
        {authors.length > 0 && (
          <span class="byline">
            {words.by} {listed(authors, ui)}
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
}: Pick<ArticleProps, 'versions'> & { lang: string | undefined; words: Strings }) {
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

/** Authors as their language lists them: “A, B, and C”. */
function listed(authors: readonly TermLink[], language: string) {
  const names = authors.map((_, index) => String(index))
  return listParts(names, language).map(({ type, value }) => {
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
