import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ContentPath, parseContentPath } from './source-file.ts'
import { isUnreadableError } from './unreadable-error.ts'

const markdown = /\.(?:md|markdown)$/i
const yaml = /\.(?:ya?ml|md|markdown)$/i
/** Texts of kinds that are not compiled. Pictures, recordings and other documents can lie anywhere. */
const otherText = /\.(?:txt|text|mdx|mdown|mkdn?|docx?|odt|rtf|pages|html?|adoc|rst|ya?ml)$/i

/** Finds the files of a content folder that are compiled, sorted by path. */
export const findContentFiles = (content: string): ContentPath[] =>
  listContentPaths(content).paths.map(parseContentPath)

/** The files of a content folder: their paths below it, sorted, so that the order is the same on every machine. */
export interface ContentPaths {
  /** The files that are compiled. */
  paths: string[]
  /** Texts of other kinds, which may be misplaced articles. Those that belong to a compiled file, by name or folder, are not among them. */
  unusedPaths: string[]
}

/**
 * Lists the files of a content folder. Hidden files and symbolic links are left out: a link could lead out of the content.
 *
 * @throws the file system's error if a folder cannot be read
 */
export function listContentPaths(content: string): ContentPaths {
  const paths: string[] = []
  const unusedPaths: string[] = []
  const walk = (folder: string) => {
    let entries: Dirent[]
    try {
      entries = readdirSync(join(content, folder), { withFileTypes: true })
    } catch (error) {
      // A folder that is gone is empty. Without a folder that cannot be read, the site would silently lack its files.
      if (isUnreadableError(error)) throw error
      return
    }
    const others: string[] = []
    entries.forEach((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile() && (path.startsWith('replies/') ? yaml : markdown).test(entry.name)) paths.push(path)
      else if (otherText.test(entry.name)) others.push(entry.name)
    })
    if (others.length > 0) unusedPaths.push(...findUnusedTexts(others, entries).map((name) => `${folder}/${name}`))
  }
  walk('')
  return { paths: paths.sort(), unusedPaths: unusedPaths.sort() }
}

/** Finds the texts of a folder that belong to no compiled file. */
function findUnusedTexts(others: readonly string[], entries: readonly Dirent[]): string[] {
  const stem = (name: string) => name.slice(0, name.lastIndexOf('.'))
  const stems = new Set(entries.filter(({ name }) => markdown.test(name)).map(({ name }) => stem(name)))
  return stems.has('index') ? [] : others.filter((name) => !stems.has(stem(name)))
}
