import { findStrings } from '../src/i18n/find-strings.ts'
import { toHref } from '../src/jsx/base.ts'

export interface RedirectProps {
  language: string
  /** The present address of the page. */
  url: string
  /** The same as an absolute address. */
  canonical: string
}

/** Forwards readers of a former address, on any host and without a script. */
export function Redirect({ language, url, canonical }: RedirectProps) {
  const words = findStrings(language)
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.movedTitle}</title>
        <link rel="canonical" href={canonical} />
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content={`0; url=${toHref(url)}`} />
      </head>
      <body>
        <main>
          <h1>{words.movedTitle}</h1>
          <p>
            {words.moved} <a href={url}>{canonical}</a>
          </p>
        </main>
      </body>
    </html>
  )
}
