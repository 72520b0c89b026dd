import type { BodyReference } from '../src/markdown/fill.ts'
import { direction } from '../src/newsroom/language.ts'
import { partsOfList, type ShownTime } from '../src/site/words.ts'
import { strings } from '../src/strings/strings.ts'
import { Document, type PageProps } from './Document.tsx'
import { ActionBox, type ActionProps } from './parts/ActionBox.tsx'
import { AnswerNotes } from './parts/AnswerNotes.tsx'
import { Body } from './parts/Body.tsx'
import { Card, type CardProps } from './parts/Card.tsx'
import { CorrectionNotes, type CorrectionProps } from './parts/CorrectionNotes.tsx'
import { Picture, type PictureProps } from './parts/Picture.tsx'
import { Player, type PlayerProps } from './parts/Player.tsx'
import { Replies, type RepliesProps } from './parts/Replies.tsx'
import { SeriesNav, type SeriesProps } from './parts/SeriesNav.tsx'
import { ShareRow } from './parts/ShareRow.tsx'

export interface TermLink {
  lang?: string | undefined
  name: string
  url: string
}

export interface ArticleProps extends PageProps {
  title: string
  /** The sentence below the headline. */
  standfirst?: string | undefined
  /** Empty where the byline is withheld. */
  authors: readonly TermLink[]
  date: ShownTime
  updated?: ShownTime | undefined
  image?: (PictureProps & { caption?: string | undefined; credit?: string | undefined }) | undefined
  text: BodyReference
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | undefined
  /** The same story in other languages. */
  versions: readonly { language: string; name: string; title: string; url: string }[]
  actions: readonly ActionProps[]
  corrections: readonly (CorrectionProps & { important: boolean })[]
  /** The stories that tell how a request of this one was answered. */
  answers: readonly TermLink[]
  /** The stories whose requests this one says were answered. */
  answerTo: readonly TermLink[]
  partners: readonly (TermLink & { summary?: string | undefined; website?: string | undefined })[]
  /** The story's other terms, a list for each taxonomy. */
  terms: readonly { label: string; terms: readonly TermLink[] }[]
  /** The series that it is a part of. */
  parts: readonly SeriesProps[]
  related: readonly CardProps[]
  previous?: TermLink | undefined
  next?: TermLink | undefined
  /** The address to share, whole. */
  permalink: string
  /** The story as it was on the air. */
  player?: PlayerProps | undefined
  /** Where it stands in the text edition. */
  plain?: string | undefined
  /** Where it stands to be read aloud, and to be taken over by others. */
  script?: string | undefined
  republish?: string | undefined
  replies: RepliesProps
  /** Says in previews why readers do not see the story. */
  notice?: string | undefined
}

export function Article(props: ArticleProps) {
  const { shell, head, title, authors, date, updated, image, text, lang, dir } = props
  const ui = head.language ?? shell.language
  const words = strings(ui)
  // What the outlet says of its partners stays in its language.
  const own = ui === shell.language ? {} : { lang: shell.language, dir: direction(shell.language) }
  return (
    <Document shell={shell} head={head}>
      <article class="story">
        <header class="story-head" lang={lang} dir={dir}>
          {props.notice !== undefined && <p class="notice">{props.notice}</p>}
          <h1>{title}</h1>
          {props.standfirst !== undefined && <p class="standfirst">{props.standfirst}</p>}
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
          {props.versions.length > 0 && (
            <p class="versions" lang={lang && ui}>
              {words.inOtherLanguages}{' '}
              {props.versions.map(({ language, name, title, url }, index) => (
                <>
                  {index > 0 && ' · '}
                  <a href={url} hreflang={language} lang={language} title={title}>
                    {name}
                  </a>
                </>
              ))}
            </p>
          )}
        </header>
        {image !== undefined && (
          <figure class="story-image">
            <Picture {...image} at="lead" eager />
            {(image.caption !== undefined || image.credit !== undefined) && (
              <figcaption>
                {image.caption}{' '}
                {image.credit !== undefined && <span class="credit">{words.photoCredit(image.credit)}</span>}
              </figcaption>
            )}
          </figure>
        )}
        <div class="story-text" dir={dir}>
          <CorrectionNotes corrections={props.corrections.filter(({ important }) => important)} words={words} />
          {props.player !== undefined && <Player {...props.player} words={words} />}
          <AnswerNotes answers={props.answers} answerTo={props.answerTo} words={words} />
          <Body text={text} lang={lang} />
          {props.actions.length > 0 && (
            <section class="actions" aria-labelledby="Actions" lang={lang}>
              <h2 id="Actions">{words.whatYouCanDo}</h2>
              {props.actions.map((action) => (
                <ActionBox {...action} words={words} />
              ))}
            </section>
          )}
          <CorrectionNotes corrections={props.corrections.filter(({ important }) => !important)} words={words} />
        </div>
        <footer class="story-foot">
          {props.parts.map((part) => (
            <SeriesNav {...part} words={words} />
          ))}
          {props.partners.length > 0 && (
            <section class="partners" aria-labelledby="Partners">
              <h2 id="Partners">{words.partnersInStory}</h2>
              <ul>
                {props.partners.map(({ name, url, summary, website }) => (
                  <li>
                    <a href={url} {...own}>
                      {name}
                    </a>
                    {summary !== undefined && (
                      <p>
                        <span {...own}>{summary}</span>
                      </p>
                    )}
                    {website !== undefined && (
                      <p>
                        <a href={website} rel="noopener">
                          {new URL(website).hostname}
                        </a>
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {props.terms.length > 0 && (
            <dl class="terms">
              {props.terms.map(({ label, terms }) => (
                <div>
                  <dt>{label}</dt>
                  <dd>
                    <ul>
                      {terms.map(({ name, url, lang }) => (
                        <li>
                          <a href={url} rel="tag" lang={lang}>
                            {name}
                          </a>
                        </li>
                      ))}
                    </ul>
                  </dd>
                </div>
              ))}
            </dl>
          )}
          <ShareRow url={props.permalink} title={title} words={words} />
          {(props.script ?? props.republish ?? props.plain) !== undefined && (
            <ul class="story-tools">
              {props.republish !== undefined && (
                <li>
                  <a href={props.republish}>{words.republish}</a>
                </li>
              )}
              {props.plain !== undefined && (
                <li>
                  <a href={props.plain}>{words.textEdition}</a>
                </li>
              )}
              {props.script !== undefined && (
                <li>
                  <a href={props.script}>{words.script}</a>
                </li>
              )}
            </ul>
          )}
          <Replies
            {...props.replies}
            lang={lang}
            mail={letter(shell.email, words.replySubject(title), props.permalink)}
            words={words}
          />
        </footer>
      </article>
      {props.related.length > 0 && (
        <section class="related" aria-labelledby="Related">
          <h2 id="Related">{words.related}</h2>
          <div class="cards">
            {props.related.map((card) => (
              <Card {...card} />
            ))}
          </div>
        </section>
      )}
      {(props.previous !== undefined || props.next !== undefined) && (
        <nav class="neighbours" aria-label={words.moreStories}>
          {props.previous !== undefined && (
            <a href={props.previous.url} rel="prev">
              <span>{words.previousStory}</span> {props.previous.name}
            </a>
          )}
          {props.next !== undefined && (
            <a class="neighbours-next" href={props.next.url} rel="next">
              <span>{words.nextStory}</span> {props.next.name}
            </a>
          )}
        </nav>
      )}
    </Document>
  )
}

/** Begins an e-mail to the desk about a story. */
const letter = (email: string, subject: string, permalink: string) =>
  `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`\n\n${permalink}\n`)}`

/** Authors as their language lists them: “A, B, and C”. */
function listed(authors: readonly TermLink[], language: string) {
  const names = authors.map((_, index) => String(index))
  return partsOfList(names, language).map(({ type, value }) => {
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
