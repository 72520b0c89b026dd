import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import type { Compiled, Source } from '../compile/compiler.ts'
import { DocumentCache } from '../compile/document-cache.ts'
import { compileInWorkers } from '../compile/worker-pool.ts'
import { type ContentFile, isRepliesFile, parseContentPath } from '../content/content-files.ts'
import { type ContentScan, scanContent } from '../content/scan.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { fileNotRead, fileOutOfPlace } from '../problems/catalogue/files.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import type { Content } from '../site/site.ts'
import type { PrepareOptions } from './prepare.ts'

/** Finds, reads and compiles every file of the content folder, and says which ones stand where nothing reads them. */
export async function compileContent(
  outlet: Outlet,
  cache: Cache,
  options: PrepareOptions,
  shownContent: string,
): Promise<{ content: Content; problems: Problem[] }> {
  const { content: folder, workFolder, scan, onProgress = () => {} } = options
  const { paths, ids, unusedPaths } = scan ?? (await surveyAndRemember(folder, workFolder))
  const { taxonomies } = outlet
  const content: Content = {
    articles: [],
    pages: [],
    terms: Object.fromEntries(taxonomies.map(({ key }) => [key, []])),
    replies: [],
  }
  const lists = new Map<string, unknown[]>([
    ...Object.entries(content.terms),
    ['articles', content.articles],
    ['pages', content.pages],
  ])
  const problems: Problem[] = []
  unusedPaths.forEach((path) => {
    const { folder } = parseContentPath(path)
    if (lists.has(folder) || folder === 'replies') {
      problems.push({ ...fileNotRead(path, folder), file: `${shownContent}/${path}`, ...fileStart })
    }
  })
  const entries = new DocumentCache(outlet, cache)
  const texts: Text[] = []
  // What is done with each is a function of its own; see docs/decisions/0014-writing-in-slices.md.
  paths.forEach((path, index) => {
    const file = parseContentPath(path)
    const shown = `${shownContent}/${path}`
    const list = isRepliesFile(file) ? content.replies : lists.get(file.folder)
    if (list !== undefined) texts.push(new Text(file, ids[index] ?? '', shown, folder, list))
    else if (!isAside(file)) {
      const folders = ['articles', 'pages', ...taxonomies.map(({ key }) => key)].map((name) => `${name}/`).join(', ')
      problems.push({ ...fileOutOfPlace(path, folders), file: shown, ...fileStart })
    }
  })
  texts.forEach((text) => {
    text.compiled = entries.get(text.file, text)
  })
  const missing = texts.filter(({ compiled }) => compiled === undefined)
  if (missing.length > 0) problems.push(...(await compile(missing, outlet, cache, options)))
  onProgress('Reading', texts.length, texts.length)
  texts.forEach(({ list, compiled }) => {
    if (compiled !== undefined) list.push(compiled)
  })
  return { content, problems }
}

async function surveyAndRemember(folder: string, workFolder: string): Promise<ContentScan> {
  const found = await scanContent(folder, workFolder)
  found.remember()
  return found
}

/** A file of content on its way to what it is compiled to. */
class Text implements Source {
  /** Undefined where it was not compiled yet, or a worker could not compile it. */
  compiled: Compiled<unknown> | undefined

  constructor(
    readonly file: ContentFile,
    readonly id: string,
    readonly displayPath: string,
    private readonly folder: string,
    /** Those of its kind. */
    readonly list: unknown[],
  ) {}

  bytes(): Buffer {
    return readFileSync(join(this.folder, this.file.path))
  }
}

/** Compiles the files that were not, and says which could not be. */
async function compile(
  missing: readonly Text[],
  outlet: Outlet,
  cache: Cache,
  { content, compileWorker, onProgress = () => {} }: PrepareOptions,
): Promise<Problem[]> {
  const failed = await compileInWorkers(
    missing.map(({ file, id, displayPath }) => ({ file, id, displayPath })),
    { module: compileWorker },
    { content, outlet },
    cache,
    (done) => onProgress('Reading', done, missing.length),
  )
  const lost = new Set(failed.map(({ file }) => file))
  // What compiles is most of the code: it is loaded where something is to be compiled.
  const { Compiler } = await import('../compile/compiler.ts')
  const compiler = await Compiler.create(outlet, cache)
  for (const [index, text] of missing.entries()) {
    if (!lost.has(text.displayPath)) text.compiled = compiler.any(text.file, text)
    onProgress('Reading', index + 1, missing.length)
  }
  return failed
}

/** A note to those who work in the folder. */
function isAside({ folder, path }: ContentFile): boolean {
  return folder === '' && basename(path).toLowerCase() === 'readme.md'
}
