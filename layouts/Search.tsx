import { findStrings } from '../src/i18n/find-strings.ts'
import { Document, type PageProps } from './Document.tsx'
import { LinkList } from './parts/LinkList.tsx'
import { ListHead } from './parts/ListHead.tsx'

export interface SearchProps extends PageProps {
  title: string
  /** The years that have an index, the newest first. */
  years: readonly string[]
  /** The filters of the search, with the values to choose from. */
  filters: readonly { name: string; label: string; values: readonly string[] }[]
  /** Links to all stories for readers without JavaScript. */
  links: readonly { label: string; url: string }[]
  /** The address of the search's script. */
  script: string
}

/** The search. It runs in the reader's browser, so nobody learns what a reader looks for, not even the outlet. */
export function Search({ chrome, head, title, years, filters, links, script }: SearchProps) {
  const words = findStrings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <ListHead title={title} />
      <noscript>
        <p>{words.searchNeedsScript}</p>
      </noscript>
      <form
        class="search"
        hidden
        data-years={years.join(' ')}
        data-none={words.searchNothing}
        data-found={words.searchFound}
        data-failed={words.searchFailed}
      >
        <p class="search-words">
          <label for="Words">{words.searchFor}</label>
          <input id="Words" type="search" name="q" autocomplete="off" />
          <button type="submit">{words.search}</button>
        </p>
        <div class="search-filters">
          {filters.map(({ name, label, values }) => (
            <p>
              <label for={`Filter-${name}`}>{label}</label>
              <select id={`Filter-${name}`} name={name}>
                <option value="">{words.everything}</option>
                {values.map((value) => (
                  <option>{value}</option>
                ))}
              </select>
            </p>
          ))}
          <p>
            <label for="Filter-year">{words.year}</label>
            <select id="Filter-year" name="year">
              <option value="">{words.latestYears}</option>
              {years.map((year) => (
                <option>{year}</option>
              ))}
              <option value="all">{words.allYears}</option>
            </select>
          </p>
        </div>
      </form>
      <p class="search-count" role="status" />
      <ol class="search-results" />
      <p class="search-more" hidden>
        <button type="button">{words.searchMore}</button>
      </p>
      <noscript>
        <LinkList links={links} />
      </noscript>
      <script type="module" src={script} />
    </Document>
  )
}
