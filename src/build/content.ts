import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ContentFile, contentFile } from '../content/find.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { fileOutOfPlace } from '../problems/catalogue.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import type { Content } from '../site/site.ts'
import type { Cache } from './cache.ts'
import { type Compiler, isReplies } from './compile.ts'
import type { PressOptions } from './press.ts'
import { surveyContent } from './survey.ts'
import { compileInWorkers } from './workers.ts'

/** Finds, reads and compiles every file of the content folder, and says which ones stand where nothing reads them. */
export async function compileContent(
  compiler: Compiler,
  outlet: Outlet,
  cache: Cache,
  { content: folder, workFolder, survey, worker, onProgress = () => {} }: PressOptions,
  shownContent: string,
): Promise<{ content: Content; problems: Problem[] }> {
  const { taxonomies } = outlet
  const { paths, ids } = survey ?? (await surveyContent(folder, workFolder))
  const files = paths.map(contentFile)
  const content: Content = {
    articles: [],
    pages: [],
    terms: Object.fromEntries(taxonomies.map(({ key }) => [key, []])),
    replies: [],
  }
  const problems: Problem[] = []
  const sources = files.map((file, index) => ({
    file,
    id: ids[index] ?? '',
    shown: `${shownContent}/${file.path}`,
    bytes: () => readFileSync(join(folder, file.path)),
  }))
  const missing = sources.filter((source) => !compiler.knows(source.file, source))
  const failed = await compileInWorkers(
    missing.map(({ file, id, shown }) => ({ file, id, shown })),
    { module: worker },
    { content: folder, outlet },
    cache,
    (done) => onProgress('Reading', done, files.length),
  )
  const lost = new Set(failed.map(({ file }) => file))
  problems.push(...failed)
  for (const [index, source] of sources.entries()) {
    const { file, shown } = source
    if (lost.has(shown)) continue
    const taxonomy = taxonomies.find(({ key }) => key === file.folder)
    if (taxonomy !== undefined) content.terms[taxonomy.key]?.push(compiler.term(file, source, taxonomy))
    else if (file.folder === 'articles') content.articles.push(compiler.article(file, source))
    else if (file.folder === 'pages') content.pages.push(compiler.page(file, source))
    else if (isReplies(file)) content.replies.push(compiler.replies(file, source))
    else if (!isAside(file)) {
      const folders = ['articles', 'pages', ...taxonomies.map(({ key }) => key)].map((name) => `${name}/`).join(', ')
      problems.push({ ...fileOutOfPlace(file.path, folders), file: shown, ...fileStart })
    }
    onProgress('Reading', index + 1, files.length)
  }
  return { content, problems }
}

/** A note to those who work in the folder. */
function isAside({ folder, path }: ContentFile): boolean {
  return folder === '' && basename(path).toLowerCase() === 'readme.md'
}
