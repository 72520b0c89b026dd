import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ContentFile, findContent } from '../content/find.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { fileOutOfPlace } from '../problems/catalogue.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import type { Content } from '../site/site.ts'
import type { Compiler } from './compile.ts'
import type { PressOptions } from './press.ts'

/** Finds, reads and compiles every file of the content folder, and says which ones stand where nothing reads them. */
export function compileContent(
  compiler: Compiler,
  { taxonomies }: Outlet,
  { content: folder, onProgress = () => {} }: PressOptions,
  shownContent: string,
): { content: Content; problems: Problem[] } {
  const files = findContent(folder)
  const content: Content = {
    articles: [],
    pages: [],
    terms: Object.fromEntries(taxonomies.map(({ key }) => [key, []])),
  }
  const problems: Problem[] = []
  for (const [index, file] of files.entries()) {
    const shown = `${shownContent}/${file.path}`
    const taxonomy = taxonomies.find(({ key }) => key === file.folder)
    const bytes = () => readFileSync(join(folder, file.path))
    if (taxonomy !== undefined) content.terms[taxonomy.key]?.push(compiler.term(file, bytes(), shown, taxonomy))
    else if (file.folder === 'articles') content.articles.push(compiler.article(file, bytes(), shown))
    else if (file.folder === 'pages') content.pages.push(compiler.page(file, bytes(), shown))
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
