import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import { toHref } from '../../src/jsx/base.ts'
import type { Html } from '../../src/markdown/resolve-placeholders.ts'

export interface ReplyProps {
  id: string | undefined
  name: string
  date: { iso: string; text: string }
  html: Html
  /** True for a reply that waits for approval; only previews show it. */
  waiting: boolean
  answers: readonly ReplyProps[]
}

export interface RepliesProps {
  /** True if readers can reply. */
  open: boolean
  threads: readonly ReplyProps[]
  /** An Isso server on the site's own host, whose form readers with JavaScript can fill in. */
  isso: { server: string; thread: string } | undefined
}

/** Replies to a story with their answers, and the ways to send one. */
export function Replies({
  open,
  threads,
  isso,
  lang,
  mail,
  words,
}: RepliesProps & {
  lang: string | undefined
  /** A `mailto:` address. */
  mail: string
  words: InterfaceStrings
}) {
  return (
    <>
      {threads.length > 0 && (
        <section class="letters" aria-labelledby="Letters">
          <h2 id="Letters">{words.letters}</h2>
          <Threads threads={threads} lang={lang} words={words} />
        </section>
      )}
      <section class="reply" aria-labelledby="Reply">
        <h2 id="Reply">{words.reply}</h2>
        {open ? (
          <>
            {isso !== undefined && <Isso {...isso} language={words.language} />}
            <Invitation mail={mail} words={words} scriptless={isso !== undefined} />
          </>
        ) : (
          <p>{words.repliesClosed}</p>
        )}
      </section>
    </>
  )
}

/** The way to reply by e-mail. Readers with JavaScript do not see it if they have a form. */
function Invitation({ mail, words, scriptless }: { mail: string; words: InterfaceStrings; scriptless: boolean }) {
  const ways = (
    <>
      <p>{words.replyInvitation}</p>
      <p>
        <a href={mail}>{words.replyByEmail}</a>
      </p>
    </>
  )
  return scriptless ? <noscript>{ways}</noscript> : ways
}

function Isso({ server, thread, language }: { server: string; thread: string; language: string }) {
  return (
    <>
      <div id="isso-thread" data-isso-id={toHref(thread)} />
      <script
        async
        src={`${server}js/embed.min.js`}
        data-isso={toHref(server)}
        data-isso-default-lang={language}
        data-isso-avatar="false"
        data-isso-gravatar="false"
      />
    </>
  )
}

function Threads({
  threads,
  lang,
  words,
}: {
  threads: readonly ReplyProps[]
  lang: string | undefined
  words: InterfaceStrings
}) {
  return (
    <ol>
      {threads.map(({ id, name, date, html, waiting, answers }) => (
        <li id={id && `Letter-${id}`}>
          <article>
            <p class="letter-head">
              <b dir="auto">{name}</b> <time datetime={date.iso}>{date.text}</time>
            </p>
            {waiting && <p class="notice">{words.letterWaiting}</p>}
            <div lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
          </article>
          {answers.length > 0 && <Threads threads={answers} lang={lang} words={words} />}
        </li>
      ))}
    </ol>
  )
}
