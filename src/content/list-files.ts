import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type ContentPath, parseContentPath } from './source-file.ts'
import { isUnreadableError } from './unreadable-error.ts'

const markdown = /\.(?:md|markdown)$/i
const yaml = /\.(?:ya?ml|md|markdown)$/i
/** Texts that nothing reads; pictures, recordings and other documents may stand anywhere. */
const otherText = /\.(?:txt|text|mdx|mdown|mkdn?|docx?|odt|rtf|pages|html?|adoc|rst|ya?ml)$/i

/** Finds every file of a content folder that is compiled, in an order that is the same on every machine. */
export const findContentFiles = (content: string): ContentPath[] =>
  listContentPaths(content).paths.map(parseContentPath)

/** What stands in a content folder: paths below it, in an order that is the same on every machine. */
export interface ContentPaths {
  /** The files that are compiled. */
  paths: string[]
  /** Texts of other kinds, which may have been meant to be; but for those that stand beside a text, with its name or in its folder. */
  unusedPaths: string[]
}

/**
 * Finds the paths of the files of a content folder.
 *
 * Hidden files and links to other places are passed over: a link could lead out of the content.
 */
export function listContentPaths(content: string): ContentPaths {
  const paths: string[] = []
  const strays: string[] = []
  const walk = (folder: string) => {
    let entries: Dirent[]
    try {
      entries = readdirSync(join(content, folder), { withFileTypes: true })
    } catch (error) {
      // A folder that is gone holds nothing; of one that cannot be read nobody knows what would be missing from the site.
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
    if (others.length > 0) strays.push(...findStrayTexts(others, entries).map((name) => `${folder}/${name}`))
  }
  walk('')
  return { paths: paths.sort(), unusedPaths: strays.sort() }
}

/** The texts of a folder that stand beside none that is compiled. */
function findStrayTexts(others: readonly string[], entries: readonly Dirent[]): string[] {
  const stem = (name: string) => name.slice(0, name.lastIndexOf('.'))
  const stems = new Set(entries.filter(({ name }) => markdown.test(name)).map(({ name }) => stem(name)))
  return stems.has('index') ? [] : others.filter((name) => !stems.has(stem(name)))
}
