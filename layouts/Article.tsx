import { findStrings } from '../src/i18n/find-strings.ts'
import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import { langAttributes } from '../src/newsroom/lang-attributes.ts'
import { relAttribute } from '../src/newsroom/link.ts'
import { Document, type PageProps } from './Document.tsx'
import { ActionBox, type ActionProps } from './parts/ActionBox.tsx'
import { AnsweredPrayerNotes } from './parts/AnsweredPrayerNotes.tsx'
import { AudioPlayer, type AudioPlayerProps } from './parts/AudioPlayer.tsx'
import { Body } from './parts/Body.tsx'
import { CorrectionNotes, type CorrectionProps } from './parts/CorrectionNotes.tsx'
import { MoreStories, type MoreStoriesProps } from './parts/MoreStories.tsx'
import type { NamedLink } from './parts/named-link.ts'
import { Replies, type RepliesProps } from './parts/Replies.tsx'
import { SeriesNav, type SeriesNavProps } from './parts/SeriesNav.tsx'
import { ShareRow } from './parts/ShareRow.tsx'
import { StoryHead, type StoryHeadProps } from './parts/StoryHead.tsx'
import { StoryImage, type StoryImageProps } from './parts/StoryImage.tsx'
import { type StoryPartner, StoryPartners } from './parts/StoryPartners.tsx'
import { type StoryTermList, StoryTerms } from './parts/StoryTerms.tsx'
import { StoryTools, type StoryToolsProps } from './parts/StoryTools.tsx'

export interface ArticleProps extends PageProps, StoryHeadProps, StoryToolsProps, MoreStoriesProps {
  image?: StoryImageProps | undefined
  text: BodyReference
  actions: readonly ActionProps[]
  corrections: readonly (CorrectionProps & { important: boolean })[]
  /** The stories that report how a request of this one was answered. */
  answers: readonly NamedLink[]
  /** The stories with the requests whose answer this one reports. */
  answerTo: readonly NamedLink[]
  partners: readonly StoryPartner[]
  terms: readonly StoryTermList[]
  series: readonly SeriesNavProps[]
  /** The absolute address to share. */
  permalink: string
  player?: AudioPlayerProps | undefined
  replies: RepliesProps
}

/** A story, with its actions, terms and replies, and links to further stories. */
export function Article(props: ArticleProps) {
  const { chrome, head, title, image, lang, dir, permalink } = props
  const ui = head.language ?? chrome.language
  const words = findStrings(ui)
  return (
    <Document chrome={chrome} head={head}>
      <article class="story">
        <StoryHead {...props} ui={ui} words={words} />
        {image !== undefined && <StoryImage {...image} words={words} />}
        <div class="story-text" dir={dir}>
          <CorrectionNotes corrections={props.corrections.filter(({ important }) => important)} words={words} />
          {props.player !== undefined && <AudioPlayer {...props.player} words={words} />}
          <AnsweredPrayerNotes answers={props.answers} answerTo={props.answerTo} words={words} />
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
          {props.series.map((series) => (
            <SeriesNav {...series} words={words} />
          ))}
          <StoryPartners partners={props.partners} outletLang={langAttributes(chrome.language, ui)} words={words} />
          <StoryTerms lists={props.terms} />
          {chrome.give !== undefined && (
            <p class="story-give" {...langAttributes(chrome.language, ui)}>
              <a href={chrome.give.url} rel={relAttribute(chrome.give.url)}>
                {chrome.give.label}
              </a>
            </p>
          )}
          <ShareRow url={permalink} title={title} words={words} />
          <StoryTools republish={props.republish} plain={props.plain} script={props.script} words={words} />
          <Replies
            {...props.replies}
            lang={lang}
            mail={replyAddress(chrome.email, words.replySubject(title), permalink)}
            words={words}
          />
        </footer>
      </article>
      <MoreStories related={props.related} previous={props.previous} next={props.next} words={words} />
    </Document>
  )
}

/** A `mailto:` address that begins an e-mail to the desk about a story. */
const replyAddress = (email: string, subject: string, permalink: string) =>
  `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`\n\n${permalink}\n`)}`
