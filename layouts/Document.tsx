import { findStrings } from '../src/i18n/find-strings.ts'
import { toHref } from '../src/jsx/base.ts'
import type { Child } from '../src/jsx/jsx-runtime.ts'
import { direction } from '../src/newsroom/language.ts'
import { schemes } from '../src/newsroom/theme.ts'
import { Masthead } from './parts/Masthead.tsx'
import { SiteFooter } from './parts/SiteFooter.tsx'
import type { SiteChrome } from './parts/site-chrome.ts'

/** The description of a page for browsers and search engines. */
export interface Head {
  title: string
  description: string
  /** The absolute address; undefined for a page without an address of its own, such as 404. */
  canonical?: string | undefined
  feeds: readonly { title: string; url: string }[]
  /** The address within the site, which the menu marks. */
  url?: string | undefined
  /** The absolute address of the picture that social networks show. */
  image?: string | undefined
  kind?: 'article' | 'website' | undefined
  /** The language of the interface, if it is not the outlet's. */
  language?: string | undefined
  /** The absolute addresses of the page in all its languages; `x-default` is the original. */
  versions?: readonly { language: string; url: string }[] | undefined
  /** True keeps search engines from listing the page. */
  hidden?: boolean | undefined
}

export interface PageProps {
  chrome: SiteChrome
  head: Head
}

/** The document of every page: its head, the masthead, the contents and the footer. */
export function Document({ chrome, head, children }: PageProps & { children: Child }) {
  const language = head.language ?? chrome.language
  const words = findStrings(language)
  const title = head.title === chrome.name ? chrome.name : `${head.title} — ${chrome.name}`
  const isInMenu = chrome.menu.some((item) => [item, ...item.links].some(({ url }) => url === head.url))
  const currentUrl = isInMenu ? head.url : undefined
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
          <meta http-equiv="onion-location" content={chrome.onion + toHref(head.url)} />
        )}
        <meta name="color-scheme" content="light dark" />
        {schemes.map((scheme) => (
          <meta name="theme-color" content={chrome.themeColors[scheme]} media={`(prefers-color-scheme: ${scheme})`} />
        ))}
        <link rel="icon" href={chrome.icon} />
        <link rel="stylesheet" href={chrome.stylesheet} />
        <script src={chrome.script} defer />
        {chrome.previewScript !== undefined && <script type="module" src={chrome.previewScript} />}
      </head>
      <body>
        <a class="skip" href="#Main">
          {words.skipToContent}
        </a>
        {renderOnce(chrome, `masthead ${language} ${currentUrl}`, () => (
          <Masthead chrome={chrome} language={language} currentUrl={currentUrl} />
        ))}
        <main id="Main" tabindex={-1}>
          {children}
        </main>
        {renderOnce(chrome, `footer ${language}`, () => (
          <SiteFooter chrome={chrome} language={language} />
        ))}
      </body>
    </html>
  )
}

const renderedParts = new WeakMap<SiteChrome, Map<string, Child>>()

/** Renders a part that nearly all pages share once for each of its variants. */
function renderOnce(chrome: SiteChrome, variant: string, render: () => Child): Child {
  let parts = renderedParts.get(chrome)
  if (parts === undefined) {
    parts = new Map()
    renderedParts.set(chrome, parts)
  }
  const markup = parts.get(variant) ?? render()
  parts.set(variant, markup)
  return markup
}
