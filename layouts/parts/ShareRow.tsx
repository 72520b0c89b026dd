import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import { relAttribute } from '../../src/newsroom/link.ts'

/** Plain links to share a story. No other host receives a request until a reader follows one. */
export function ShareRow({ url, title, words }: { url: string; title: string; words: InterfaceStrings }) {
  const page = encodeURIComponent(url)
  const text = encodeURIComponent(title)
  const ways = [
    ['email', `mailto:?subject=${text}&body=${page}`],
    ['whatsapp', `https://wa.me/?text=${text}%20${page}`],
    ['telegram', `https://t.me/share/url?url=${page}&text=${text}`],
    ['facebook', `https://www.facebook.com/sharer/sharer.php?u=${page}`],
    ['x', `https://x.com/intent/post?url=${page}&text=${text}`],
  ] as const
  return (
    <section class="share" aria-labelledby="Share">
      <h2 id="Share">{words.share}</h2>
      <ul>
        {ways.map(([way, href]) => (
          <li>
            <a href={href} rel={relAttribute(href)}>
              {words.shareBy[way]}
            </a>
          </li>
        ))}
        <li aria-live="polite">
          <a href={url} data-copy={words.linkCopied}>
            {words.copyLink}
          </a>
        </li>
      </ul>
    </section>
  )
}
