import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { holePattern } from '../markdown/hole.ts'
import { type Address, href } from '../newsroom/address.ts'
import type { Copy } from '../pages/output.ts'
import type { Site, SiteArticle } from '../site/site.ts'
import { shownTime } from '../site/words.ts'
import { readChecked, writeChecked } from './checked-file.ts'
import { hashOf } from './hash.ts'

/** Changes whenever a record is written in another way. */
const recipe = '1'
/** What the search page loads once, whatever years are searched. */
const shared = /^(?:pagefind\.js|wasm\..*)$/
/** What belongs to one year. */
const ofYear = /^(?:pagefind-entry\.json|.*\.pf_meta|(?:index|fragment|filter)\/.*)$/

/**
 * The files of the search: an index a year, so that a new story changes that of its year alone.
 *
 * @param html the compiled HTML under a hash, with its holes
 * @param folder where indexes are kept between builds; what is not asked for any more is dropped
 */
export async function searchFiles(site: Site, html: (hash: string) => string, folder: string): Promise<Copy[]> {
  const years = new Map<string, SiteArticle[]>()
  for (const article of site.articles) {
    const year = article.front.date.day.slice(0, 4)
    const list = years.get(year)
    if (list === undefined) years.set(year, [article])
    else list.push(article)
  }
  const copies = new Map<Address, Copy>()
  const used = new Set<string>()
  for (const [year, articles] of years) {
    const records = articles.map((article) => recordOf(article, site))
    const key = hashOf(recipe, site.outlet.language, JSON.stringify(records)).slice(0, 20)
    used.add(key)
    const home = join(folder, key)
    const files = keptIndex(home) ?? (await makeIndex(home, records, site.outlet.language, html))
    for (const [path, hash] of Object.entries(files)) {
      const url = (shared.test(path) ? `/search/${path}` : `/search/${year}/${path}`) as Address
      copies.set(url, { url, from: join(home, path), hash })
    }
  }
  await close()
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (!used.has(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
  return [...copies.values()]
}

/** What the search knows of a story. */
interface Record {
  url: string
  body: string
  language: string
  title: string
  date: string
  day: string
  place: string | undefined
  filters: [name: string, value: string][]
}

function recordOf({ address, body, front, language, terms }: SiteArticle, { outlet }: Site): Record {
  const names = (key: string, filter: string) => (terms[key] ?? []).map(({ name }): [string, string] => [filter, name])
  return {
    url: href(address),
    body: body.hash,
    language,
    title: front.title,
    date: shownTime(front.date, outlet).text,
    day: front.date.day,
    place: body.dateline?.place,
    filters: [...names('countries', 'country'), ...names('partners', 'partner'), ...names('tags', 'tag')],
  }
}

/** The files of an index that was made, by their path, each with its hash; undefined where one of them is gone. */
function keptIndex(home: string): { [path: string]: string } | undefined {
  const files = readChecked(join(home, 'files'), recipe) as { [path: string]: string } | undefined
  if (files === undefined) return undefined
  const there = new Set(
    readdirSync(home, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')),
  )
  return Object.keys(files).every((path) => there.has(path)) ? files : undefined
}

let opened = false

async function makeIndex(
  home: string,
  records: readonly Record[],
  language: string,
  html: (hash: string) => string,
): Promise<{ [path: string]: string }> {
  const { createIndex } = await import('pagefind') // late: it runs a program of its own
  opened = true
  // One index for all languages: a reader finds a story in whichever it is told.
  const { index, errors } = await createIndex({ forceLanguage: language.split('-')[0] ?? 'en' })
  if (index === undefined) throw new Error(`the search index cannot be made: ${errors.join(', ')}`)
  await Promise.all(
    records.map((record) => index.addHTMLFile({ url: record.url, content: documentOf(record, html(record.body)) })),
  )
  const made = await index.getFiles()
  const staging = `${home}.${process.pid}`
  rmSync(staging, { recursive: true, force: true })
  const files: { [path: string]: string } = {}
  for (const { path, content } of made.files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (!shared.test(path) && !ofYear.test(path)) continue
    const to = join(staging, path)
    mkdirSync(dirname(to), { recursive: true })
    writeFileSync(to, content)
    files[path] = hashOf(Buffer.from(content))
  }
  writeChecked(join(staging, 'files'), recipe, files)
  rmSync(home, { recursive: true, force: true })
  renameSync(staging, home)
  await index.deleteIndex()
  return files
}

/** Ends the program that makes indexes. */
async function close(): Promise<void> {
  if (!opened) return
  opened = false
  await (await import('pagefind')).close()
}

/** A story as the program that makes indexes reads it. */
function documentOf({ language, title, date, day, place, filters }: Record, html: string): string {
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
  return `<html lang="${language}"><body data-pagefind-body><h1>${text(title)}</h1>${facts.join('')}${html.replace(holePattern, '')}</body></html>`
}
