import { basename } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { type ContentScan, scanContent } from '../content/scan.ts'
import {
  type ContentPath,
  isRepliesFile,
  parseContentPath,
  type SourceFile,
  sourceFile,
} from '../content/source-file.ts'
import type { Article } from '../newsroom/article.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Page } from '../newsroom/page.ts'
import type { Term } from '../newsroom/term.ts'
import { fileNotRead, fileOutOfPlace } from '../problems/catalogue/files.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import type { CompiledReplies } from './compile-replies.ts'
import type { CompiledFile } from './document.ts'
import { DocumentCache } from './document-cache.ts'
import { compileInWorkers } from './worker-pool.ts'

/** Every compiled file, published or not. Checks read it; pages and feeds never do. */
export interface Content {
  articles: CompiledFile<Article>[]
  pages: CompiledFile<Page>[]
  /** The files of terms, by the key of the taxonomy. */
  terms: Record<string, CompiledFile<Term>[]>
  /** The files of readers' replies. */
  replies: CompiledFile<CompiledReplies>[]
}

interface CompileOptions {
  /** The content folder, absolute. */
  content: string
  /** The content folder as problems name it. */
  contentDisplayPath: string
  /** The folder that keeps file stats between builds, absolute. */
  workFolder: string
  /** The bundled file of worker.ts; without it everything is compiled in this thread. */
  compileWorker?: string | undefined
  /** The scan of the content folder, if it was made already. */
  scan?: ContentScan | undefined
  onProgress?: ((step: string, done: number, total: number) => void) | undefined
}

/**
 * Compiles every file of the content folder, or takes it from the cache.
 *
 * @returns the compiled files, and a problem for each file that stands where nothing reads it or that a worker could not compile.
 *   Problems in a file are in its own result.
 */
export async function compileContent(
  outlet: Outlet,
  cache: Cache,
  options: CompileOptions,
): Promise<{ content: Content; problems: Problem[] }> {
  const { content: contentFolder, contentDisplayPath, workFolder, onProgress = () => {} } = options
  const { paths, hashes, unusedPaths } = options.scan ?? (await scanAndSave(contentFolder, workFolder))
  const content: Content = {
    articles: [],
    pages: [],
    terms: Object.fromEntries(outlet.taxonomies.map(({ key }) => [key, []])),
    replies: [],
  }
  /** The compiled files of each folder. */
  const lists = new Map<string, unknown[]>([
    ['articles', content.articles],
    ['pages', content.pages],
    ...Object.entries(content.terms),
    ['replies', content.replies],
  ])
  const problems: Problem[] = []
  unusedPaths.forEach((path) => {
    const { folder } = parseContentPath(path)
    if (lists.has(folder)) {
      problems.push({ ...fileNotRead(path, folder), file: `${contentDisplayPath}/${path}`, ...fileStart })
    }
  })
  const files: SourceFile[] = []
  // A function for each step over all files; docs/decisions/0014-writing-in-slices.md has the reason.
  paths.forEach((path, index) => {
    const file = sourceFile(contentFolder, contentDisplayPath, path, hashes[index] ?? '')
    if (file.folder === 'replies' ? isRepliesFile(file) : lists.has(file.folder)) files.push(file)
    else if (!isReadme(file)) {
      const folders = [...lists.keys()].filter((name) => name !== 'replies').map((name) => `${name}/`)
      problems.push({ ...fileOutOfPlace(path, folders.join(', ')), file: file.displayPath, ...fileStart })
    }
  })
  const documents = new DocumentCache(outlet, cache)
  const results = files.map((file) => documents.get(file))
  const missing = files.filter((_, index) => results[index] === undefined)
  if (missing.length > 0) {
    const { compiled, failed } = await compileFiles(missing, outlet, cache, options)
    problems.push(...failed)
    files.forEach((file, index) => {
      results[index] ??= compiled.get(file)
    })
  }
  onProgress('Reading', files.length, files.length)
  results.forEach((result) => {
    if (result !== undefined) lists.get(result.file.folder)?.push(result)
  })
  return { content, problems }
}

async function scanAndSave(contentFolder: string, workFolder: string): Promise<ContentScan> {
  const scan = await scanContent(contentFolder, workFolder)
  scan.saveStats()
  return scan
}

/** Compiles files that are not in the cache; those that workers could not compile are problems. */
async function compileFiles(
  files: readonly SourceFile[],
  outlet: Outlet,
  cache: Cache,
  { content, contentDisplayPath, compileWorker, onProgress = () => {} }: CompileOptions,
): Promise<{ compiled: Map<SourceFile, CompiledFile<unknown> | undefined>; failed: Problem[] }> {
  const failed = await compileInWorkers(
    files,
    { module: compileWorker },
    { content, contentDisplayPath, outlet },
    cache,
    (done) => onProgress('Reading', done, files.length),
  )
  const failedPaths = new Set(failed.map(({ file }) => file))
  // Most of the code is code that compiles: it is loaded only if there is something to compile.
  const { Compiler } = await import('./compiler.ts')
  const compiler = await Compiler.create(outlet, cache)
  const compiled = new Map<SourceFile, CompiledFile<unknown> | undefined>()
  for (const [index, file] of files.entries()) {
    if (!failedPaths.has(file.displayPath)) compiled.set(file, compiler.compile(file))
    onProgress('Reading', index + 1, files.length)
  }
  return { compiled, failed }
}

/** True for a note to those who work in the content folder. */
function isReadme({ folder, path }: ContentPath): boolean {
  return folder === '' && basename(path).toLowerCase() === 'readme.md'
}
