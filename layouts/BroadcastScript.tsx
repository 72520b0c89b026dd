import { listed, number } from '../src/i18n/format.ts'
import { strings } from '../src/i18n/strings.ts'
import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import { aloud, type Reading } from '../src/markdown/spoken-text.ts'
import { durationText } from '../src/newsroom/broadcast.ts'
import type { TermLink } from './Article.tsx'
import { Document, type PageProps } from './Document.tsx'
import { bodyHtml } from './parts/Body.tsx'

export interface ScriptProps extends PageProps {
  title: string
  story: TermLink
  authors: readonly string[]
  text: BodyReference
  reading: Reading
}

/** A story to read aloud at a microphone. */
export function Script({ shell, head, title, story, authors, text, reading }: ScriptProps) {
  const words = strings(head.language ?? shell.language)
  const { html, seconds } = aloud(bodyHtml(text), reading)
  const names = Object.entries(reading.pronounce)
  return (
    <Document shell={shell} head={head}>
      <article class="script">
        <header>
          <p class="kicker">
            <a href={story.url}>{words.script}</a>
          </p>
          <h1>{title}</h1>
          <p class="story-meta">
            <span>{words.readingTime(durationText(seconds), number(reading.wordsPerMinute, words.language))}</span>
            {authors.length > 0 && (
              <span>
                {words.by} {listed(authors, words.language)}
              </span>
            )}
          </p>
          {names.length > 0 && (
            <dl class="sounds">
              {names.map(([name, sound]) => (
                <div>
                  <dt>{name}</dt>
                  <dd>{sound}</dd>
                </div>
              ))}
            </dl>
          )}
        </header>
        <div class="script-text" dangerouslySetInnerHTML={{ __html: html }} />
      </article>
    </Document>
  )
}
