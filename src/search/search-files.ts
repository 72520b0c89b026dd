import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { removeUnusedFile } from '../cache/cached-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { groupBy } from '../site/group-by.ts'
import type { Site } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'
import { isSharedByAllYears, readIndexFiles } from './index-files.ts'
import { openIndexer } from './indexer.ts'
import { createSearchRecord, findSearchRecordInputs } from './search-record.ts'

/**
 * Returns the files of the search: an index for each year, so that a new article changes one index.
 *
 * @param getHtml returns the compiled HTML of a hash, with its placeholders
 * @param folder the folder that keeps indexes between builds, absolute; unused indexes are removed
 * @param options.indexWorker the bundled file of index-worker.ts; without it indexes are built in this thread
 * @param options.version the version of the code that builds indexes
 */
export async function buildSearchFiles(
  site: Site,
  getHtml: (hash: string) => string,
  folder: string,
  { indexWorker, version }: { indexWorker?: string | undefined; version?: string | undefined },
): Promise<StaticFile[]> {
  const language = site.outlet.language.split('-')[0] ?? 'en'
  const indexer = openIndexer(indexWorker)
  const files = new Map<UrlPath, StaticFile>()
  const usedKeys = new Set<string>()
  try {
    for (const [year, articles] of groupBy(site.articles, ({ front }) => front.date.day.slice(0, 4))) {
      const inputs = JSON.stringify([version, site.outlet.language, articles.map(findSearchRecordInputs)])
      const key = hash128(inputs).slice(0, 20)
      usedKeys.add(key)
      const indexFolder = join(folder, key)
      const build = () => {
        const records = articles.map((article) => createSearchRecord(article, site))
        const texts = records.map(({ body }) => getHtml(body))
        return indexer.build({ folder: indexFolder, language, records, texts })
      }
      const indexFiles = readIndexFiles(indexFolder) ?? (await build())
      for (const [path, hash] of Object.entries(indexFiles)) {
        const url: UrlPath = isSharedByAllYears(path) ? `/search/${path}` : `/search/${year}/${path}`
        files.set(url, { url, from: join(indexFolder, path), hash })
      }
    }
  } finally {
    await indexer.close()
  }
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!usedKeys.has(name)) removeUnusedFile(join(folder, name))
  }
  return [...files.values()]
}
