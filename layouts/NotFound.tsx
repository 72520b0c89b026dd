import { findStrings } from '../src/i18n/find-strings.ts'
import { Document, type PageProps } from './Document.tsx'
import { LinkList } from './parts/LinkList.tsx'
import { ListHead } from './parts/ListHead.tsx'

export interface NotFoundProps extends PageProps {
  links: readonly { label: string; url: string }[]
}

export function NotFound({ chrome, head, links }: NotFoundProps) {
  const words = findStrings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <ListHead title={words.notFoundTitle}>
        <p class="summary">{words.notFound}</p>
      </ListHead>
      <LinkList links={links} />
    </Document>
  )
}
