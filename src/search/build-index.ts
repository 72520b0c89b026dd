import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { writeChecksummed } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { placeholderPattern } from '../markdown/placeholder.ts'

/** What the list of an index's files looks like. */
export const recordsVersion = '1'

/** What the search page loads once, whatever years are searched. */
export const shared = /^(?:pagefind\.js|wasm\..*)$/
/** What belongs to one year. */
const ofYear = /^(?:pagefind-entry\.json|.*\.pf_meta|(?:index|fragment|filter)\/.*)$/

/** What the search knows of a story. */
export interface SearchRecord {
  url: string
  /** The hash of its text. */
  body: string
  language: string
  title: string
  date: string
  day: string
  place: string | undefined
  filters: [name: string, value: string][]
}

/** The files of an index, by their path, each with the hash of its bytes. */
export type IndexFiles = Record<string, string>

/** An index that is to be made. */
export interface IndexTask {
  /** The folder that it is to stand in. */
  home: string
  /** The language whose words it knows, such as `en`. */
  language: string
  records: readonly SearchRecord[]
  /** The compiled HTML of each record, with its placeholders. */
  texts: readonly string[]
}

/** Makes the index of a year, in a program of its own. */
export async function buildIndex({ home, language, records, texts }: IndexTask): Promise<IndexFiles> {
  // Most builds make no index, and need not load what makes them.
  const { createIndex } = await import('pagefind')
  // One index for all languages: a reader finds a story in whichever it is told.
  const { index, errors } = await createIndex({ forceLanguage: language })
  if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join(', ')}`)
  await Promise.all(
    records.map((record, at) => index.addHTMLFile({ url: record.url, content: documentOf(record, texts[at] ?? '') })),
  )
  const made = await index.getFiles()
  const staging = `${home}.${process.pid}`
  rmSync(staging, { recursive: true, force: true })
  const files: IndexFiles = {}
  for (const { path, content } of made.files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!shared.test(path) && !ofYear.test(path)) continue
    const to = join(staging, path)
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, content)
    files[path] = hash128(Buffer.from(content))
  }
  writeChecksummed(join(staging, 'files'), recordsVersion, files)
  rmSync(home, { recursive: true, force: true })
  renameSync(staging, home)
  await index.deleteIndex()
  return files
}

/** A story as the program that makes indexes reads it. */
function documentOf({ language, title, date, day, place, filters }: SearchRecord, html: string): string {
  const text = (value: string) => toHtml({ type: 'text', value })
  const said = (attribute: string, name: string, value: string) =>
    toHtml({
      type: 'element',
      tagName: 'i',
      properties: { [attribute]: `${name}[title]`, title: value },
      children: [],
    })
  const facts = [
    said('dataPagefindMeta', 'date', date),
    said('dataPagefindSort', 'date', day),
    ...(place === undefined ? [] : [said('dataPagefindMeta', 'place', place)]),
    ...filters.map(([name, value]) => said('dataPagefindFilter', name, value)),
  ]
  return `<html lang="${language}"><body data-pagefind-body><h1>${text(title)}</h1>${facts.join('')}${html.replace(placeholderPattern, '')}</body></html>`
}
