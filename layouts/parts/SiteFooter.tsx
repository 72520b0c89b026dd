import { strings } from '../../src/i18n/strings.ts'
import type { SiteChrome } from '../Document.tsx'
import { langAttributes } from './lang-attributes.ts'

/** Who publishes the site and where else it is read, below every page. */
export function SiteFooter({ shell, language }: { shell: SiteChrome; language: string }) {
  const words = strings(shell.language)
  return (
    <footer class="colophon" {...langAttributes(shell, language)}>
      <p class="colophon-name">{shell.name}</p>
      <p>{shell.description}</p>
      <ul>
        <li>
          <a href={`mailto:${shell.email}`}>{shell.email}</a>
        </li>
        <li>
          <a href="/feed.xml">{words.feed}</a>
        </li>
        {shell.textEdition && (
          <li>
            <a href="/text/">{words.textEdition}</a>
          </li>
        )}
        {shell.offline && (
          <li>
            <a href="/offline/">{words.offline}</a>
          </li>
        )}
        {shell.social.map(({ label, url }) => (
          <li>
            <a href={url} rel="me noopener">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p class="colophon-rights">{words.allRightsReserved(shell.name, shell.year)}</p>
    </footer>
  )
}
