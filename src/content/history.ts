import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file that was changed, as it was and as it is. */
export interface ChangedFile {
  /** Its path below the content folder. */
  path: string
  before: Buffer
  after: Buffer
}

/**
 * The Markdown files of a content folder that differ from what a commit holds of them; undefined where git knows nothing of the folder
 * or of the commit.
 *
 * @param since a commit, as git names commits
 */
export async function changedSince(content: string, since: string): Promise<ChangedFile[] | undefined> {
  try {
    const commit = (await git(content, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${since}^{commit}`]))
      .toString()
      .trim()
    const names = await git(content, [
      'diff',
      '--name-only',
      '--no-renames',
      '--diff-filter=M',
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
    return await Promise.all(
      paths.map(async (path) => ({
        path,
        before: await git(content, ['show', `${commit}:./${path}`]),
        after: readFileSync(join(content, path)),
      })),
    )
  } catch {
    return undefined
  }
}

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
