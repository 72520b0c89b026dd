import { inRow } from '../src/i18n/format.ts'
import { strings } from '../src/i18n/strings.ts'
import { Document, type PageProps } from './Document.tsx'
import type { AskedProps } from './parts/ActionListItem.tsx'

export interface BulletinProps extends PageProps {
  title: string
  /** The day of the newest request. */
  day?: string | undefined
  /** Each with the address of its story, as one types it. */
  items: readonly (AskedProps & { address: string })[]
  /** Where all requests are, as one types it. */
  site: string
}

/** Requests for prayer on one page, to print and fold into a church bulletin. */
export function Bulletin({ shell, head, title, day, items, site }: BulletinProps) {
  const words = strings(shell.language)
  return (
    <Document shell={shell} head={head}>
      <article class="bulletin">
        <header class="list-head">
          <p class="kicker">
            <a href="/pray/">{words.prayerRequests}</a>
          </p>
          <h1>{title}</h1>
          <p class="summary">{[shell.name, day].filter(Boolean).join(' · ')}</p>
        </header>
        <p class="bulletin-hint">{words.bulletinHint}</p>
        {items.length === 0 && <p>{words.nothingAsked}</p>}
        <ul>
          {items.map(({ text, lang, places, story, address }) => (
            <li>
              {places.length > 0 && <b>{inRow(places, words.language)}. </b>}
              <span lang={lang}>{text}</span> <a href={story.url}>{address}</a>
            </li>
          ))}
        </ul>
        <p class="bulletin-more">{words.moreRequests(site)}</p>
      </article>
    </Document>
  )
}
