import { findStrings } from '../../src/i18n/find-strings.ts'
import { langAttributes } from '../../src/newsroom/lang-attributes.ts'
import { feedAddress } from '../../src/newsroom/url-path.ts'
import type { SiteChrome } from './site-chrome.ts'

/**
 * The publisher of the site and its other channels, below every page.
 *
 * @param language the language of the page
 */
export function SiteFooter({ chrome, language }: { chrome: SiteChrome; language: string }) {
  const words = findStrings(chrome.language)
  return (
    <footer class="colophon" {...langAttributes(chrome.language, language)}>
      <p class="colophon-name">{chrome.name}</p>
      <p>{chrome.description}</p>
      <ul>
        <li>
          <a href={`mailto:${chrome.email}`}>{chrome.email}</a>
        </li>
        <li>
          <a href={feedAddress('/')}>{words.feed}</a>
        </li>
        {chrome.textEdition && (
          <li>
            <a href="/text/">{words.textEdition}</a>
          </li>
        )}
        {chrome.offline && (
          <li>
            <a href="/offline/">{words.offline}</a>
          </li>
        )}
        {chrome.social.map(({ label, url }) => (
          <li>
            <a href={url} rel="me noopener">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p class="colophon-rights">{words.allRightsReserved(chrome.name, chrome.year)}</p>
    </footer>
  )
}
