import { findStrings } from '../src/i18n/find-strings.ts'
import { escapeHtmlMinimal } from '../src/jsx/escape.ts'
import { republishableHtml, republishableText } from '../src/markdown/republishable-html.ts'
import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import { langAttributes } from '../src/newsroom/lang-attributes.ts'
import { Document, type PageProps } from './Document.tsx'
import { bodyHtml } from './parts/Body.tsx'
import { ListHead } from './parts/ListHead.tsx'
import type { NamedLink } from './parts/named-link.ts'

export interface RepublishProps extends PageProps {
  title: string
  story: NamedLink
  /** The terms in a sentence; `license` is the address of the full terms. */
  terms: string
  license?: string | undefined
  /** The authors and the date in one line; the date alone if the byline is withheld. */
  byline: string
  text: BodyReference
  /** The absolute address of the story. */
  permalink: string
  /** The lead picture, if its photographer allows it. */
  picture?: { src: string; alt: string; credit?: string | undefined } | undefined
  corrections: readonly string[]
}

/** A story for others to republish, as HTML and as text, with the credit that they must keep. */
export function Republish(props: RepublishProps) {
  const { chrome, head, title, story, terms, license, byline, text, permalink, picture, corrections } = props
  const language = head.language ?? chrome.language
  const words = findStrings(language)
  const outletLang = langAttributes(chrome.language, language)
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
        <ListHead kicker={{ label: title, url: story.url }} title={words.republish}>
          <p class="summary" {...outletLang}>
            {terms}
          </p>
          {license !== undefined && (
            <p>
              <a href={license}>{words.termsInFull}</a>
            </p>
          )}
        </ListHead>
        <CopyBox id="Html" label={words.asHtml} text={html} dir="ltr" button={words.copy} copied={words.copied} />
        <CopyBox id="Text" label={words.asText} text={plain} dir="auto" button={words.copy} copied={words.copied} />
      </article>
    </Document>
  )
}

interface CopyBoxProps {
  id: string
  label: string
  text: string
  dir: 'ltr' | 'auto'
  button: string
  copied: string
}

/** A text to copy: by hand, or with a button if the browser runs scripts. */
function CopyBox({ id, label, text, dir, button, copied }: CopyBoxProps) {
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
