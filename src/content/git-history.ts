import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findContentFiles } from './list-files.ts'
import { type ContentPath, parseContentPath } from './source-file.ts'

/** A file that was changed, as it was and as it is. */
export interface ChangedFile {
  /** Where it stands, below the content folder. */
  path: string
  before: Buffer
  after: Buffer
}

/**
 * The Markdown files of a content folder that differ from what a commit holds of them, those among them that were moved to another
 * folder or to one of their own; undefined where git knows nothing of the folder or of the commit.
 *
 * @param since a commit, as git names commits
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
    const byName = new Map(findContentFiles(content).map((file) => [contentKey(file), file.path]))
    const found = await Promise.all(
      paths.map(async (path): Promise<ChangedFile[]> => {
        const place = existsSync(join(content, path)) ? path : byName.get(contentKey(parseContentPath(path)))
        if (place === undefined) return []
        const before = await git(content, ['show', `${commit}:./${path}`])
        return [{ path: place, before, after: readFileSync(join(content, place)) }]
      }),
    )
    return found.flat()
  } catch {
    return undefined
  }
}

/** What a file is known by, wherever in its part of the content it stands. */
const contentKey = ({ folder, slug }: Pick<ContentPath, 'folder' | 'slug'>) => `${folder}/${slug}`

function git(folder: string, words: string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      ['-c', 'core.fsmonitor=false', ...words],
      { cwd: folder, encoding: 'buffer', maxBuffer: 1 << 30, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } },
      (error, out) => (error === null ? resolve(out) : reject(error)),
    )
  })
}
