import { strings } from '../../src/i18n/strings.ts'
import type { SiteChrome } from '../Document.tsx'
import { langAttributes } from './lang-attributes.ts'

/**
 * The outlet's name and its menu, above every page.
 *
 * @param here the address that the menu marks
 */
export function Masthead({ shell, language, here }: { shell: SiteChrome; language: string; here: string | undefined }) {
  const words = strings(shell.language)
  return (
    <header class="masthead" {...langAttributes(shell, language)}>
      <a class="masthead-name" href="/">
        {shell.name}
      </a>
      {shell.search && (
        <a class="masthead-search" href="/search/">
          {words.search}
        </a>
      )}
      <nav aria-label={words.menu}>
        <ul>
          {shell.menu.map(({ label, url }) => (
            <li>
              <a href={url} aria-current={url === here ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
