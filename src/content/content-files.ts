import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable } from './is-unreadable.ts'

/** A file of the content folder that is compiled: Markdown, or in `replies/` YAML. */
export interface ContentFile {
  /** Its path below the content folder, with slashes, such as `articles/2026/bamako-floods.md`. */
  path: string
  /** The folder of the content that it belongs to, such as `articles`; empty for a file beside site.yml. */
  folder: string
  /** The name that its address is made of: the file's, or its folder's where the file is index.md. */
  slug: string
}

const markdown = /\.(?:md|markdown)$/i
const yaml = /\.(?:ya?ml|md|markdown)$/i
/** Texts that nothing reads; pictures, recordings and other documents may stand anywhere. */
const otherText = /\.(?:txt|text|mdx|mdown|mkdn?|docx?|odt|rtf|pages|html?|adoc|rst|ya?ml)$/i

/** Finds every file of a content folder that is compiled, in an order that is the same on every machine. */
export const findContentFiles = (content: string): ContentFile[] =>
  listContentPaths(content).paths.map(parseContentPath)

/** What stands in a content folder: paths below it, in an order that is the same on every machine. */
export interface ContentPaths {
  /** The files that are compiled. */
  paths: string[]
  /** Texts of other kinds, which may have been meant to be; but for those that stand beside a text, with its name or in its folder. */
  strays: string[]
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
      if (isUnreadable(error)) throw error
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
  return { paths: paths.sort(), strays: strays.sort() }
}

/** The texts of a folder that stand beside none that is compiled. */
function findStrayTexts(others: readonly string[], entries: readonly Dirent[]): string[] {
  const stem = (name: string) => name.slice(0, name.lastIndexOf('.'))
  const stems = new Set(entries.filter(({ name }) => markdown.test(name)).map(({ name }) => stem(name)))
  return stems.has('index') ? [] : others.filter((name) => !stems.has(stem(name)))
}

/** What a path below the content folder says of its file. */
export function parseContentPath(path: string): ContentFile {
  const start = path.lastIndexOf('/') + 1
  const dot = path.lastIndexOf('.')
  const name = path.slice(start, dot >= start && dot < path.length - 1 ? dot : undefined)
  const folder = path.slice(0, Math.max(0, path.indexOf('/')))
  // An index has the name of its folder, where that is not one of ours.
  const own =
    name === 'index' && start - 1 > folder.length ? path.slice(path.lastIndexOf('/', start - 2) + 1, start - 1) : name
  return { path, folder, slug: own.normalize('NFC') }
}

/** Whether a file holds readers' letters. */
export function isRepliesFile({ folder, path }: ContentFile): boolean {
  return folder === 'replies' && /\.ya?ml$/i.test(path) && path.split('/').length === 2
}
