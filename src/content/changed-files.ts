import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { git } from './git.ts'
import { findContentFiles } from './list-files.ts'
import { type ContentPath, parseContentPath } from './source-file.ts'

/** The bytes of a changed file before and after the change. */
export interface ChangedFile {
  /** The path below the content folder, after the change. */
  path: string
  before: Buffer
  after: Buffer
}

/**
 * Finds the Markdown files of a content folder that changed since a commit. Files that moved within their top folder are among them.
 *
 * @param since a commit, as git names commits
 * @returns undefined if git does not know the folder or the commit
 */
export async function findChangedFiles(content: string, since: string): Promise<ChangedFile[] | undefined> {
  try {
    const commit = (await git(content, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`]))
      .toString()
      .trim()
    const names = await git(content, [
      'diff',
      '--name-only',
      '--no-renames',
      '--diff-filter=MD',
      '--relative',
      '-z',
      commit,
      '--',
      '.',
    ])
    const paths = names
      .toString()
      .split('\0')
      .filter((path) => /\.(?:md|markdown)$/i.test(path))
    const pathsByName = new Map(findContentFiles(content).map((file) => [folderAndSlug(file), file.path]))
    const files = await Promise.all(
      paths.map(async (path): Promise<ChangedFile[]> => {
        const currentPath = existsSync(join(content, path))
          ? path
          : pathsByName.get(folderAndSlug(parseContentPath(path)))
        if (currentPath === undefined) return []
        const before = await git(content, ['show', `${commit}:./${path}`])
        return [{ path: currentPath, before, after: readFileSync(join(content, currentPath)) }]
      }),
    )
    return files.flat()
  } catch {
    return undefined
  }
}

/** The name that a file keeps when it moves within its top folder. */
const folderAndSlug = ({ folder, slug }: ContentPath) => `${folder}/${slug}`
