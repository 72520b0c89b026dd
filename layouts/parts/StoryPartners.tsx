import type { InterfaceStrings } from '../../src/i18n/interface-strings.ts'
import type { langAttributes } from '../../src/newsroom/lang-attributes.ts'
import type { NamedLink } from './named-link.ts'

export interface StoryPartner extends NamedLink {
  summary?: string | undefined
  website?: string | undefined
}

/**
 * The ministries that a story is about.
 *
 * @param outletLang the attributes of the outlet's words about them
 */
export function StoryPartners({
  partners,
  outletLang,
  words,
}: {
  partners: readonly StoryPartner[]
  outletLang: ReturnType<typeof langAttributes>
  words: InterfaceStrings
}) {
  if (partners.length === 0) return null
  return (
    <section class="partners" aria-labelledby="Partners">
      <h2 id="Partners">{words.partnersInStory}</h2>
      <ul>
        {partners.map(({ name, url, summary, website }) => (
          <li>
            <a href={url} {...outletLang}>
              {name}
            </a>
            {summary !== undefined && (
              <p>
                <span {...outletLang}>{summary}</span>
              </p>
            )}
            {website !== undefined && (
              <p>
                <a href={website} rel="noopener">
                  {new URL(website).hostname}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
