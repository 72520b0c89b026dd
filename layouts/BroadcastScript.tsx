import { findStrings } from '../src/i18n/find-strings.ts'
import { formatList, formatNumber } from '../src/i18n/format.ts'
import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import { type ReadingOptions, spokenText } from '../src/markdown/spoken-text.ts'
import { formatDuration } from '../src/newsroom/broadcast.ts'
import { Document, type PageProps } from './Document.tsx'
import { bodyHtml } from './parts/Body.tsx'
import type { NamedLink } from './parts/named-link.ts'

export interface BroadcastScriptProps extends PageProps {
  title: string
  story: NamedLink
  authors: readonly string[]
  text: BodyReference
  reading: ReadingOptions
}

/** A story as a script to read on air. */
export function BroadcastScript({ chrome, head, title, story, authors, text, reading }: BroadcastScriptProps) {
  const words = findStrings(head.language ?? chrome.language)
  const { html, seconds } = spokenText(bodyHtml(text), reading)
  const names = Object.entries(reading.pronounce)
  return (
    <Document chrome={chrome} head={head}>
      <article class="script">
        <header>
          <p class="kicker">
            <a href={story.url}>{words.script}</a>
          </p>
          <h1>{title}</h1>
          <p class="story-meta">
            <span>
              {words.readingTime(formatDuration(seconds), formatNumber(reading.wordsPerMinute, words.language))}
            </span>
            {authors.length > 0 && (
              <span>
                {words.by} {formatList(authors, words.language)}
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
