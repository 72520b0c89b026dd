import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { dropUnusedFile } from '../cache/cached-file.ts'
import { readChecksummed } from '../cache/checksummed-file.ts'
import type { CodeVersion } from '../fingerprint/code-version.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { formatTime } from '../i18n/format.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import type { Site, SiteArticle } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'
import { type IndexFiles, type IndexTask, recordsVersion, type SearchRecord, shared } from './build-index.ts'

/**
 * The files of the search: an index a year, so that a new story changes that of its year alone.
 *
 * @param html the compiled HTML under a hash, with its placeholders
 * @param folder where indexes are kept between builds; what is not asked for any more is dropped
 * @param options.indexWorker the file of index-worker.ts, bundled; without it indexes are made in this thread
 * @param options.version the code that makes them
 */
export async function searchFiles(
  site: Site,
  html: (hash: string) => string,
  folder: string,
  { indexWorker, version }: { indexWorker?: string | undefined; version?: CodeVersion | undefined },
): Promise<StaticFile[]> {
  const language = site.outlet.language.split('-')[0] ?? 'en'
  const press = openIndexer(indexWorker)
  const copies = new Map<UrlPath, StaticFile>()
  const used = new Set<string>()
  try {
    for (const [year, articles] of byYear(site.articles)) {
      const key = hash128(JSON.stringify([version?.search, site.outlet.language, articles.map(printOfRecord)])).slice(
        0,
        20,
      )
      const home = join(folder, key)
      used.add(key)
      const make = () => {
        const records = articles.map((article) => recordOf(article, site))
        return press.make({ home, language, records, texts: records.map(({ body }) => html(body)) })
      }
      const files = keptIndex(home) ?? (await make())
      for (const [path, hash] of Object.entries(files)) {
        const url = (shared.test(path) ? `/search/${path}` : `/search/${year}/${path}`) as UrlPath
        copies.set(url, { url, from: join(home, path), hash })
      }
    }
  } finally {
    await press.close()
  }
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!used.has(name)) dropUnusedFile(join(folder, name))
  }
  return [...copies.values()]
}

function byYear(articles: readonly SiteArticle[]): Map<string, SiteArticle[]> {
  const years = new Map<string, SiteArticle[]>()
  for (const article of articles) {
    const year = article.front.date.day.slice(0, 4)
    const list = years.get(year)
    if (list === undefined) years.set(year, [article])
    else list.push(article)
  }
  return years
}

/** Everything that a record is made of, without making it: archives have tens of thousands. */
function printOfRecord({ fingerprints, address, terms }: SiteArticle): string[] {
  const named = filters.flatMap(([key]) => (terms[key] ?? []).map(({ name }) => name))
  return [fingerprints.document, address, ...named]
}

/** What a search can be narrowed to: taxonomies, and what the index calls them. */
const filters = [
  ['countries', 'country'],
  ['partners', 'partner'],
  ['tags', 'tag'],
] as const

function recordOf({ address, body, front, language, terms }: SiteArticle, { outlet }: Site): SearchRecord {
  return {
    url: encodeUrlPath(address),
    body: body.hash,
    language,
    title: front.title,
    date: formatTime(front.date, outlet.language).text,
    day: front.date.day,
    place: body.dateline?.place,
    filters: filters.flatMap(([key, filter]) => (terms[key] ?? []).map(({ name }): [string, string] => [filter, name])),
  }
}

/** The files of an index that was made; undefined where one of them is gone. */
function keptIndex(home: string): IndexFiles | undefined {
  const files = readChecksummed(join(home, 'files'), recordsVersion) as IndexFiles | undefined
  if (files === undefined) return undefined
  const there = new Set(
    readdirSync(home, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')),
  )
  return Object.keys(files).every((path) => there.has(path)) ? files : undefined
}

/** What makes indexes: a thread of its own where there is one, started when it is first needed. */
function openIndexer(indexer: string | undefined) {
  let worker: Worker | undefined
  let opened = false
  return {
    async make(task: IndexTask): Promise<IndexFiles> {
      opened = true
      if (indexer === undefined) return (await import('./build-index.ts')).buildIndex(task)
      worker ??= new Worker(indexer)
      worker.postMessage(task)
      const [{ files, error }] = (await once(worker, 'message')) as [{ files: IndexFiles; error?: string }]
      if (error !== undefined) throw new Error(error)
      return files
    },
    async close(): Promise<void> {
      if (!opened) return
      if (worker === undefined) return void (await (await import('pagefind')).close())
      worker.postMessage('end')
      worker.unref() // nobody waits for it
    },
  }
}
