import { strings } from '../src/i18n/strings.ts'
import { Document, type PageProps } from './Document.tsx'

export interface NotFoundProps extends PageProps {
  ways: readonly { label: string; url: string }[]
}

export function NotFound({ chrome, head, ways }: NotFoundProps) {
  const words = strings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <header class="list-head">
        <h1>{words.notFoundTitle}</h1>
        <p class="summary">{words.notFound}</p>
      </header>
      <ul class="index">
        {ways.map(({ label, url }) => (
          <li>
            <a href={url}>{label}</a>
          </li>
        ))}
      </ul>
    </Document>
  )
}
