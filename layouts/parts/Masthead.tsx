import { findStrings } from '../../src/i18n/find-strings.ts'
import { langAttributes } from '../../src/newsroom/lang-attributes.ts'
import type { SiteChrome } from './site-chrome.ts'

/**
 * The outlet's name and its menu, above every page.
 *
 * @param language the language of the page
 * @param currentUrl the address that the menu marks
 */
export function Masthead({
  chrome,
  language,
  currentUrl,
}: {
  chrome: SiteChrome
  language: string
  currentUrl: string | undefined
}) {
  const words = findStrings(chrome.language)
  return (
    <header class="masthead" {...langAttributes(chrome.language, language)}>
      <a class="masthead-name" href="/">
        {chrome.name}
      </a>
      {chrome.search && (
        <a class="masthead-search" href="/search/">
          {words.search}
        </a>
      )}
      <nav aria-label={words.menu}>
        <ul>
          {chrome.menu.map(({ label, url }) => (
            <li>
              <a href={url} aria-current={url === currentUrl ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
