import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { hash128 } from '../fingerprint/hash.ts'
import { placeholderPattern } from '../markdown/placeholder.ts'
import { type IndexFiles, isSharedByAllYears, writeIndexFiles } from './index-files.ts'
import type { SearchRecord } from './search-record.ts'

/** The files of Pagefind that the search of a year needs besides the shared ones. */
const yearFile = /^(?:pagefind-entry\.json|.*\.pf_meta|(?:index|fragment|filter)\/.*)$/

/** An index to build. */
export interface IndexTask {
  /** The folder to write it to, absolute. */
  folder: string
  /** The language whose words it stems, such as `en`. */
  language: string
  records: readonly SearchRecord[]
  /** The compiled HTML of each record, with its placeholders. */
  texts: readonly string[]
}

/** Builds the index of a year with Pagefind. The folder appears when it is complete. */
export async function buildYearIndex({ folder, language, records, texts }: IndexTask): Promise<IndexFiles> {
  // Pagefind is loaded here because most builds need no new index.
  const { createIndex } = await import('pagefind')
  // One index for all languages, so that readers find articles in each.
  const { index, errors } = await createIndex({ forceLanguage: language })
  if (index === undefined) throw new Error(`The search index cannot be made: ${errors.join(', ')}`)
  await Promise.all(
    records.map((record, number) =>
      index.addHTMLFile({ url: record.url, content: renderRecord(record, texts[number] ?? '') }),
    ),
  )
  const result = await index.getFiles()
  const staging = `${folder}.${process.pid}`
  rmSync(staging, { recursive: true, force: true })
  const hashes: IndexFiles = {}
  for (const { path, content } of result.files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!isSharedByAllYears(path) && !yearFile.test(path)) continue
    const file = join(staging, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    hashes[path] = hash128(Buffer.from(content))
  }
  writeIndexFiles(staging, hashes)
  rmSync(folder, { recursive: true, force: true })
  renameSync(staging, folder)
  await index.deleteIndex()
  return hashes
}

/** Returns the HTML that Pagefind reads a record from. */
function renderRecord({ language, title, date, day, place, filters }: SearchRecord, html: string): string {
  const text = (value: string) => toHtml({ type: 'text', value })
  const metadata = (attribute: string, name: string, value: string) =>
    toHtml({
      type: 'element',
      tagName: 'i',
      properties: { [attribute]: `${name}[title]`, title: value },
      children: [],
    })
  const elements = [
    metadata('dataPagefindMeta', 'date', date),
    metadata('dataPagefindSort', 'date', day),
    ...(place === undefined ? [] : [metadata('dataPagefindMeta', 'place', place)]),
    ...filters.map(([name, value]) => metadata('dataPagefindFilter', name, value)),
  ]
  return `<html lang="${language}"><body data-pagefind-body><h1>${text(title)}</h1>${elements.join('')}${html.replace(placeholderPattern, '')}</body></html>`
}
