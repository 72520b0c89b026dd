import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { git } from './git.ts'

/**
 * Returns the blob hashes of the files that git's index finds unchanged on disk, by their path below a folder. Empty without git, or
 * if a git command fails.
 */
export async function readGitIndex(folder: string): Promise<Map<string, string>> {
  const blobs = new Map<string, string>()
  if (!isInRepository(folder)) return blobs
  try {
    const [index, changed] = await Promise.all([
      gitText(folder, ['ls-files', '-z', '-v', '--stage', '--', '.']),
      gitText(folder, ['diff-files', '-z', '--name-only', '--relative', '--', '.']),
    ])
    for (const line of index.split('\0')) {
      // H: in the index, and not marked to be assumed unchanged.
      const [, hash, path] = /^H 100(?:644|755) ([0-9a-f]{40}) 0\t(.*)$/s.exec(line) ?? []
      if (hash !== undefined && path !== undefined) blobs.set(path, hash)
    }
    for (const path of changed.split('\0')) blobs.delete(path)
    for (const path of await findFilteredFiles(folder, [...blobs.keys()])) blobs.delete(path)
  } catch {
    blobs.clear()
  }
  return blobs
}

/** True if a folder is in a repository. Asked before git runs: starting git takes as long as looking at five thousand files. */
function isInRepository(folder: string): boolean {
  return process.env.GIT_DIR !== undefined || ancestors(folder).some((parent) => existsSync(join(parent, '.git')))
}

/** Returns a folder and all folders above it. */
function ancestors(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...ancestors(parent)]
}

/** The attributes with which git stores other bytes than those on disk. */
const attributes = ['filter', 'ident', 'working-tree-encoding']

/** Finds the files whose bytes on disk differ from those of their blob, as with git-crypt: the blob hash says nothing about them. */
async function findFilteredFiles(folder: string, paths: readonly string[]): Promise<string[]> {
  const attributeFiles = [
    ...ancestors(folder).flatMap((parent) => [join(parent, '.gitattributes'), join(parent, '.git/info/attributes')]),
    ...paths.filter((path) => path.endsWith('/.gitattributes')).map((path) => join(folder, path)),
  ]
  const mayHaveFilters = attributeFiles.some(
    (file) => existsSync(file) && /filter|ident|encoding/.test(readFileSync(file, 'utf8')),
  )
  if (!mayHaveFilters || paths.length === 0) return []
  const fields = (await gitText(folder, ['check-attr', '-z', '--stdin', ...attributes], `${paths.join('\0')}\0`)).split(
    '\0',
  )
  // Three fields for each path and attribute: path, attribute, value.
  return fields.filter((_, at) => at % 3 === 0 && !['unspecified', 'unset', undefined].includes(fields[at + 2]))
}

const gitText = async (folder: string, words: readonly string[], input?: string): Promise<string> =>
  (await git(folder, words, input)).toString()
