import { strings } from '../src/i18n/strings.ts'
import type { Child } from '../src/jsx/jsx-runtime.ts'
import { direction } from '../src/newsroom/language.ts'
import type { UrlPath } from '../src/newsroom/url-path.ts'
import { Masthead } from './parts/Masthead.tsx'
import { SiteFooter } from './parts/SiteFooter.tsx'

/** What every page shows of the outlet. */
export interface SiteChrome {
  name: string
  description: string
  language: string
  menu: readonly { label: string; url: string }[]
  social: readonly { label: string; url: string }[]
  /** The same site as an onion service. */
  onion?: string | undefined
  email: string
  /** Whether there is a search. */
  search: boolean
  /** Whether readers can have pages kept on their device. */
  offline: boolean
  /** Whether there is a text edition. */
  textEdition: boolean
  year: string
  icon: UrlPath
  stylesheet: UrlPath
  script: UrlPath
  preview: boolean
  /** What tells the desk of problems, in previews. */
  previewScript?: string | undefined
}

/** What a page says of itself to browsers and search engines. */
export interface Head {
  title: string
  description: string
  /** Where the page stands, whole; undefined for pages that are at no address of their own, such as 404. */
  canonical?: string | undefined
  /** The feeds that follow this page. */
  feeds: readonly { title: string; url: string }[]
  /** Where the page stands, for the menu to mark. */
  url?: string | undefined
  image?: string | undefined
  kind?: 'article' | 'website' | undefined
  /** The language of what stands around the text, where it is not the outlet's. */
  language?: string | undefined
  /** The page in all its languages, whole addresses; `x-default` for the original. */
  versions?: readonly { language: string; url: string }[] | undefined
  hidden?: boolean | undefined
}

export interface PageProps {
  chrome: SiteChrome
  head: Head
}

/** The one shell around every page. */
export function Document({ chrome, head, children }: PageProps & { children: Child }) {
  const language = head.language ?? chrome.language
  const words = strings(language)
  const title = head.title === chrome.name ? chrome.name : `${head.title} — ${chrome.name}`
  const here = chrome.menu.some(({ url }) => url === head.url) ? head.url : undefined
  return (
    <html lang={language} dir={direction(language) === 'rtl' ? 'rtl' : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={head.description} />
        <meta name="generator" content="Lampstand" />
        {(chrome.preview || head.hidden === true) && <meta name="robots" content="noindex" />}
        {head.canonical !== undefined && <link rel="canonical" href={head.canonical} />}
        <meta property="og:title" content={head.title} />
        <meta property="og:description" content={head.description} />
        <meta property="og:site_name" content={chrome.name} />
        <meta property="og:type" content={head.kind ?? 'website'} />
        {head.canonical !== undefined && <meta property="og:url" content={head.canonical} />}
        {head.image !== undefined && <meta property="og:image" content={head.image} />}
        {head.image !== undefined && <meta name="twitter:card" content="summary_large_image" />}
        {head.versions?.map(({ language, url }) => (
          <link rel="alternate" hreflang={language} href={url} />
        ))}
        {head.feeds.map((feed) => (
          <link rel="alternate" type="application/rss+xml" title={feed.title} href={feed.url} />
        ))}
        {chrome.onion !== undefined && head.url !== undefined && (
          <meta http-equiv="onion-location" content={chrome.onion + head.url} />
        )}
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={chrome.icon} />
        <link rel="stylesheet" href={chrome.stylesheet} />
        <script src={chrome.script} defer />
        {chrome.previewScript !== undefined && <script type="module" src={chrome.previewScript} />}
      </head>
      <body>
        <a class="skip" href="#Main">
          {words.skipToContent}
        </a>
        {once(chrome, `masthead ${language} ${here}`, () => (
          <Masthead shell={chrome} language={language} here={here} />
        ))}
        <main id="Main" tabindex={-1}>
          {children}
        </main>
        {once(chrome, `colophon ${language}`, () => (
          <SiteFooter shell={chrome} language={language} />
        ))}
      </body>
    </html>
  )
}

const made = new WeakMap<SiteChrome, Map<string, Child>>()

/** Makes what nearly every page shows alike once for each way it looks. */
function once(shell: SiteChrome, which: string, make: () => Child): Child {
  let known = made.get(shell)
  if (known === undefined) {
    known = new Map()
    made.set(shell, known)
  }
  const markup = known.get(which) ?? make()
  known.set(which, markup)
  return markup
}
