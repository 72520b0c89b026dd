import { findStrings } from '../../src/i18n/find-strings.ts'
import { langAttributes } from '../../src/newsroom/lang-attributes.ts'
import { relAttribute } from '../../src/newsroom/link.ts'
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
      {chrome.footer.text !== undefined && <p>{chrome.footer.text}</p>}
      {chrome.footer.groups.length > 0 && (
        <div class="colophon-groups">
          {chrome.footer.groups.map(({ title, links }) => (
            <section>
              <h2>{title}</h2>
              <ul>
                {links.map(({ label, url }) => (
                  <li>
                    <a href={url} rel={relAttribute(url)}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      <ul>
        <li>
          <a href={`mailto:${chrome.email}`}>{chrome.email}</a>
        </li>
        {chrome.phone !== undefined && (
          <li>
            <Phone number={chrome.phone} />
          </li>
        )}
        {chrome.address !== undefined && <li dir="auto">{chrome.address}</li>}
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

/** A telephone number, which runs from left to right in every language; a link if it is nothing but a number. */
function Phone({ number }: { number: string }) {
  const isPlain = /^\+?[\d\s()./-]+$/.test(number)
  return isPlain ? (
    <a href={`tel:${number.replace(/[^\d+]/g, '')}`} dir="ltr">
      {number}
    </a>
  ) : (
    <span dir="auto">{number}</span>
  )
}
