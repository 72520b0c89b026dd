import { strings } from '../src/i18n/strings.ts'
import { escapeHtmlMinimal } from '../src/jsx/escape.ts'
import { republishableHtml, republishableText } from '../src/markdown/republishable-html.ts'
import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import type { TermLink } from './Article.tsx'
import { Document, type PageProps } from './Document.tsx'
import { bodyHtml } from './parts/Body.tsx'
import { langAttributes } from './parts/lang-attributes.ts'

export interface RepublishProps extends PageProps {
  title: string
  story: TermLink
  /** On what terms, and where they stand in full. */
  terms: string
  license?: string | undefined
  /** Who wrote it and when, in a line; the date alone where the byline is withheld. */
  byline: string
  text: BodyReference
  /** Where the story stands, whole. */
  permalink: string
  /** The lead picture, where its maker allows it. */
  picture?: { src: string; alt: string; credit?: string | undefined } | undefined
  corrections: readonly string[]
}

/** A story for others to take over, as HTML and as text, with what must stand beside it. */
export function Republish(props: RepublishProps) {
  const { chrome, head, title, story, terms, license, byline, text, permalink, picture, corrections } = props
  const language = head.language ?? chrome.language
  const words = strings(language)
  const inOwn = langAttributes(chrome, language)
  const body = bodyHtml(text)
  const credit = words.firstPublished(chrome.name)
  const html = [
    `<h1>${escapeHtmlMinimal(title)}</h1>`,
    `<p>${escapeHtmlMinimal(byline)}</p>`,
    ...(picture === undefined
      ? []
      : [
          `<figure><img src="${escapeHtmlMinimal(picture.src)}" alt="${escapeHtmlMinimal(picture.alt)}">${picture.credit === undefined ? '' : `<figcaption>${escapeHtmlMinimal(picture.credit)}</figcaption>`}</figure>`,
        ]),
    republishableHtml(body),
    ...corrections.map((correction) => `<p>${escapeHtmlMinimal(correction)}</p>`),
    `<p>${escapeHtmlMinimal(credit)} <a href="${escapeHtmlMinimal(permalink)}" rel="canonical">${escapeHtmlMinimal(permalink)}</a></p>`,
  ].join('\n')
  const plain = [title, byline, republishableText(body), ...corrections, `${credit} ${permalink}`].join('\n\n')
  return (
    <Document chrome={chrome} head={head}>
      <article class="republish">
        <header class="list-head">
          <p class="kicker">
            <a href={story.url}>{title}</a>
          </p>
          <h1>{words.republish}</h1>
          <p class="summary" {...inOwn}>
            {terms}
          </p>
          {license !== undefined && (
            <p>
              <a href={license}>{words.termsInFull}</a>
            </p>
          )}
        </header>
        <Copy id="Html" label={words.asHtml} text={html} dir="ltr" button={words.copy} copied={words.copied} />
        <Copy id="Text" label={words.asText} text={plain} dir="auto" button={words.copy} copied={words.copied} />
      </article>
    </Document>
  )
}

interface CopyProps {
  id: string
  label: string
  text: string
  dir: 'ltr' | 'auto'
  button: string
  copied: string
}

/** A text to copy: by hand, or by a button where there is a script. */
function Copy({ id, label, text, dir, button, copied }: CopyProps) {
  return (
    <section class="copy">
      <h2>
        <label for={id}>{label}</label>
      </h2>
      <textarea id={id} dir={dir} readonly rows={14} spellcheck="false">
        {text}
      </textarea>
      <p aria-live="polite">
        <button type="button" hidden data-copy-from={id} data-copied={copied}>
          {button}
        </button>
      </p>
    </section>
  )
}
