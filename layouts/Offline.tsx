import { findStrings } from '../src/i18n/find-strings.ts'
import { Document, type PageProps } from './Document.tsx'
import { ListHead } from './parts/ListHead.tsx'

export interface OfflineProps extends PageProps {
  title: string
  /** The address of the page's script. */
  script: string
}

/** The page on which readers start and stop saving pages to their device, and see which are saved. */
export function Offline({ chrome, head, title, script }: OfflineProps) {
  const words = findStrings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <ListHead title={title}>
        <p class="summary">{words.offlineAbout}</p>
        <p>{words.offlineRisk}</p>
      </ListHead>
      <noscript>
        <p>{words.offlineNeedsScript}</p>
      </noscript>
      <p>
        <button type="button" class="offline-on" hidden>
          {words.offlineOn}
        </button>{' '}
        <button type="button" class="offline-off" hidden>
          {words.offlineOff}
        </button>
      </p>
      <ul class="offline-kept" aria-live="polite" />
      <script type="module" src={script} />
    </Document>
  )
}
