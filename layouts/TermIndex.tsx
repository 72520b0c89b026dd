import { findStrings } from '../src/i18n/find-strings.ts'
import { Document, type PageProps } from './Document.tsx'
import { CoverageChart, type CoverageChartProps } from './parts/CoverageChart.tsx'
import { ListHead } from './parts/ListHead.tsx'
import { WorldMap, type WorldMapProps } from './parts/WorldMap.tsx'

export interface TermIndexProps extends PageProps {
  kicker?: { label: string; url: string } | undefined
  title: string
  map?: WorldMapProps | undefined
  chart?: CoverageChartProps | undefined
  groups: readonly {
    title?: string | undefined
    url?: string | undefined
    entries: readonly { name: string; url: string; count: string; summary?: string | undefined }[]
  }[]
}

/** All terms of a taxonomy, or all months of the archive, with the number of stories in each. */
export function TermIndex({ chrome, head, kicker, title, map, chart, groups }: TermIndexProps) {
  const words = findStrings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <ListHead kicker={kicker} title={title} />
      {map !== undefined && <WorldMap {...map} />}
      {chart !== undefined && <CoverageChart {...chart} />}
      {groups.length === 0 && <p>{words.noStories}</p>}
      {groups.map((group) => (
        <section class="index-group">
          {group.title !== undefined && (
            <h2>{group.url === undefined ? group.title : <a href={group.url}>{group.title}</a>}</h2>
          )}
          <ul class="index">
            {group.entries.map(({ name, url, count, summary }) => (
              <li>
                <a href={url}>{name}</a> <span class="count">{count}</span>
                {summary !== undefined && <p>{summary}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Document>
  )
}
