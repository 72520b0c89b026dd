import { findStrings } from '../src/i18n/find-strings.ts'
import type { Child } from '../src/jsx/jsx-runtime.ts'
import { reflowWideContent } from '../src/markdown/reflow-wide-content.ts'
import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import { direction } from '../src/newsroom/language.ts'
import { bodyHtml } from './parts/Body.tsx'
import type { NamedLink } from './parts/named-link.ts'
import type { PagerProps } from './parts/Pager.tsx'

interface TextProps {
  /** The language of the interface. */
  language: string
  outlet: string
  title: string
  canonical: string
}

export interface TextListProps extends TextProps, PagerProps {
  about: string
  stories: readonly { title: string; url: string; date: string; lang: string | undefined }[]
}

export interface TextStoryProps extends TextProps {
  description: string
  lang: string | undefined
  dir: 'ltr' | 'rtl' | undefined
  byline: string
  text: BodyReference
  /** The stories that report answers to its requests, and those with the requests whose answer it reports. */
  answers: readonly { label: string; links: readonly NamedLink[] }[]
  /** The open actions; `label` is the text of the link. */
  actions: readonly { text: string; label: string; url: string | undefined; until: string | undefined }[]
  corrections: readonly string[]
  /** The address of the story with its pictures. */
  full: string
}

/** A document without style sheets, scripts and pictures. */
function TextDocument({
  language,
  outlet,
  title,
  canonical,
  description,
  children,
}: TextProps & { description: string; children: Child }) {
  return (
    <html lang={language} dir={direction(language) === 'rtl' ? 'rtl' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} — ${outlet}`}</title>
        <meta name="description" content={description} />
        {/* Search engines list the story itself. */}
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={canonical} />
      </head>
      <body>{children}</body>
    </html>
  )
}

/** A list of headlines of the text edition. */
export function TextList(props: TextListProps) {
  const { title, about, stories, newer, older, language } = props
  const words = findStrings(language)
  return (
    <TextDocument {...props} description={about}>
      <main>
        <h1>{title}</h1>
        <p>{about}</p>
        <ul>
          {stories.map((story) => (
            <li>
              <a href={story.url} lang={story.lang}>
                {story.title}
              </a>{' '}
              {story.date}
            </li>
          ))}
        </ul>
        {newer !== undefined && (
          <p>
            <a href={newer}>{words.newerStories}</a>
          </p>
        )}
        {older !== undefined && (
          <p>
            <a href={older}>{words.olderStories}</a>
          </p>
        )}
      </main>
      <footer>
        <a href="/">{words.withPictures}</a>
      </footer>
    </TextDocument>
  )
}

/** A story of the text edition. */
export function TextStory(props: TextStoryProps) {
  const { title, byline, text, lang, dir, answers, actions, corrections, full, language } = props
  const words = findStrings(language)
  return (
    <TextDocument {...props}>
      <header>
        <a href="/text/">{words.textEdition}</a>
      </header>
      <main>
        <article lang={lang} dir={dir}>
          <h1>{title}</h1>
          <p lang={lang && language}>{byline}</p>
          {corrections.map((correction) => (
            <p>
              <strong>{correction}</strong>
            </p>
          ))}
          {answers.map(({ label, links }) => (
            <p>
              <strong>{label}</strong>{' '}
              {links.map(({ name, url }) => (
                <>
                  <a href={url}>{name}</a>{' '}
                </>
              ))}
            </p>
          ))}
          <div class="body" dangerouslySetInnerHTML={{ __html: reflowWideContent(bodyHtml(text)) }} />
          {actions.map(({ text, label, url, until }) => (
            <p>
              <strong>{text}</strong> {url !== undefined && <a href={url}>{label}</a>} {until}
            </p>
          ))}
        </article>
      </main>
      <footer>
        <a href={full}>{words.withPictures}</a>
      </footer>
    </TextDocument>
  )
}
