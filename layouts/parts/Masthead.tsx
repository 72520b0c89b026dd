import { findStrings } from '../../src/i18n/find-strings.ts'
import { langAttributes } from '../../src/newsroom/lang-attributes.ts'
import { relAttribute } from '../../src/newsroom/link.ts'
import type { ChromeLink, SiteChrome } from './site-chrome.ts'

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
      <a class={`masthead-name${chrome.logo === undefined ? '' : ' masthead-logo'}`} href="/">
        {chrome.logo === undefined ? (
          chrome.name
        ) : (
          <img src={chrome.logo.url} alt={chrome.name} width={chrome.logo.width} height={chrome.logo.height} />
        )}
      </a>
      {chrome.search && (
        <a class="masthead-search" href="/search/">
          {words.search}
        </a>
      )}
      {chrome.give !== undefined && (
        <a class="masthead-give" href={chrome.give.url} rel={relAttribute(chrome.give.url)}>
          {chrome.give.label}
        </a>
      )}
      <nav aria-label={words.menu}>
        <ul>
          {chrome.menu.map(({ label, url, links }) => (
            <li>
              <MenuLink label={label} url={url} currentUrl={currentUrl} />
              {links.length > 0 && (
                <details name="menu">
                  <summary aria-label={words.moreIn(label)} />
                  <ul>
                    {links.map((link) => (
                      <li>
                        <MenuLink {...link} currentUrl={currentUrl} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function MenuLink({ label, url, currentUrl }: ChromeLink & { currentUrl: string | undefined }) {
  return (
    <a href={url} aria-current={url === currentUrl ? 'page' : undefined}>
      {label}
    </a>
  )
}
