import type { FormattedTime } from '../src/i18n/format.ts'
import { strings } from '../src/i18n/strings.ts'
import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import { Document, type PageProps } from './Document.tsx'
import { ActionBox, type ActionProps } from './parts/ActionBox.tsx'
import { AnswerNotes } from './parts/AnswerNotes.tsx'
import type { ArticleCardProps } from './parts/ArticleCard.tsx'
import { AudioPlayer, type AudioPlayerProps } from './parts/AudioPlayer.tsx'
import { Body } from './parts/Body.tsx'
import { CorrectionNotes, type CorrectionProps } from './parts/CorrectionNotes.tsx'
import { langAttributes } from './parts/lang-attributes.ts'
import { MoreStories } from './parts/MoreStories.tsx'
import type { PictureProps } from './parts/Picture.tsx'
import { Replies, type RepliesProps } from './parts/Replies.tsx'
import { SeriesNav, type SeriesProps } from './parts/SeriesNav.tsx'
import { ShareRow } from './parts/ShareRow.tsx'
import { StoryHead } from './parts/StoryHead.tsx'
import { StoryImage } from './parts/StoryImage.tsx'
import { StoryPartners } from './parts/StoryPartners.tsx'
import { StoryTerms } from './parts/StoryTerms.tsx'
import { StoryTools } from './parts/StoryTools.tsx'

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
  date: FormattedTime
  updated?: FormattedTime | undefined
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
  related: readonly ArticleCardProps[]
  previous?: TermLink | undefined
  next?: TermLink | undefined
  /** The address to share, whole. */
  permalink: string
  /** The story as it was on the air. */
  player?: AudioPlayerProps | undefined
  /** Where it stands in the text edition. */
  plain?: string | undefined
  /** Where it stands to be read aloud, and to be taken over by others. */
  script?: string | undefined
  republish?: string | undefined
  replies: RepliesProps
  /** Says in previews why readers do not see the story. */
  notice?: string | undefined
}

/** A story, with what readers can do about it, what it is filed under, and where to read on. */
export function Article(props: ArticleProps) {
  const { chrome, head, title, image, lang, dir, permalink } = props
  const ui = head.language ?? chrome.language
  const words = strings(ui)
  return (
    <Document chrome={chrome} head={head}>
      <article class="story">
        <StoryHead story={props} ui={ui} words={words} />
        {image !== undefined && <StoryImage image={image} words={words} />}
        <div class="story-text" dir={dir}>
          <CorrectionNotes corrections={props.corrections.filter(({ important }) => important)} words={words} />
          {props.player !== undefined && <AudioPlayer {...props.player} words={words} />}
          <AnswerNotes answers={props.answers} answerTo={props.answerTo} words={words} />
          <Body text={props.text} lang={lang} />
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
          <StoryPartners partners={props.partners} own={langAttributes(chrome, ui)} words={words} />
          <StoryTerms terms={props.terms} />
          <ShareRow url={permalink} title={title} words={words} />
          <StoryTools republish={props.republish} plain={props.plain} script={props.script} words={words} />
          <Replies
            {...props.replies}
            lang={lang}
            mail={letter(chrome.email, words.replySubject(title), permalink)}
            words={words}
          />
        </footer>
      </article>
      <MoreStories related={props.related} previous={props.previous} next={props.next} words={words} />
    </Document>
  )
}

/** Begins an e-mail to the desk about a story. */
const letter = (email: string, subject: string, permalink: string) =>
  `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`\n\n${permalink}\n`)}`
