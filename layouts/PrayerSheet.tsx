import { findStrings } from '../src/i18n/find-strings.ts'
import { joinLabels } from '../src/i18n/format.ts'
import { Document, type PageProps } from './Document.tsx'
import type { ActionListItemProps } from './parts/ActionListItem.tsx'
import { ListHead } from './parts/ListHead.tsx'

export interface PrayerSheetProps extends PageProps {
  title: string
  /** The day of the newest request. */
  day?: string | undefined
  /** Each with the address of its story without `https://`, for readers to type. */
  items: readonly (ActionListItemProps & { address: string })[]
  /** The address of all requests, for readers to type. */
  site: string
}

/** Requests for prayer on one sheet, to print and fold into a church bulletin. */
export function PrayerSheet({ chrome, head, title, day, items, site }: PrayerSheetProps) {
  const words = findStrings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <article class="bulletin">
        <ListHead kicker={{ label: words.prayerRequests, url: '/pray/' }} title={title}>
          <p class="summary">{[chrome.name, day].filter(Boolean).join(' · ')}</p>
        </ListHead>
        <p class="bulletin-hint">{words.bulletinHint}</p>
        {items.length === 0 && <p>{words.nothingAsked}</p>}
        <ul>
          {items.map(({ text, lang, places, story, address }) => (
            <li>
              {places.length > 0 && <b>{joinLabels(places, words.language)}. </b>}
              <span lang={lang}>{text}</span> <a href={story.url}>{address}</a>
            </li>
          ))}
        </ul>
        <p class="bulletin-more">{words.moreRequests(site)}</p>
      </article>
    </Document>
  )
}
