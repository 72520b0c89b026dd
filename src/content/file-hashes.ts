import { hash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isUnreadableError } from './unreadable-error.ts'

/** The id by which git knows bytes, in a repository or not. */
export function blobHash(bytes: Buffer): string {
  // In one piece: that is hashed much quicker than what is fed.
  return hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]))
}

/**
 * The id of bytes that were expected to have one: the expected id where they are those bytes, or the same text with the line ends that
 * git gives to Windows; else their own, for a file may change between the moment it is identified and the moment it is read.
 */
export function resolveBlobHash(bytes: Buffer, expected: string): string {
  const own = blobHash(bytes)
  if (own === expected || !bytes.includes('\r\n')) return own
  const unix = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  return blobHash(unix) === expected ? expected : own
}

/**
 * What files looked like when their bytes were last read, in the order of their paths below the content folder. In columns: they are
 * many, and read whenever something is built.
 */
export interface FileStats {
  paths: string[]
  sizes: number[]
  /** Times of the last change of any kind in milliseconds, which nobody can set back. */
  changeTimes: number[]
  hashes: string[]
}

export const emptyFileStats = (): FileStats => ({ paths: [], sizes: [], changeTimes: [], hashes: [] })

/** What bytes files hold. */
interface FileHashes {
  /** In the order of the paths; empty for a file that cannot be read. */
  hashes: string[]
  /** For the next call. */
  stats: FileStats
  /** Whether so many stamps are others than those that were known that it is worth to keep them; a few files are soon read again. */
  shouldSaveStats: boolean
}

const unsavedStatsLimit = 16

/** A file that was changed this shortly before it was read may have been changed again in the same tick of the disk's clock. */
export const clockTick = 2000

/**
 * Says what bytes files hold, without reading those that are known: git's index knows those that it finds unchanged; of the others,
 * those whose size and time are as they were when they were last read.
 *
 * @param paths in their order
 * @param savedStats stamps of an earlier call
 * @param now milliseconds since 1970
 */
export async function hashFiles(
  content: string,
  paths: readonly string[],
  savedStats: FileStats,
  now: number,
): Promise<FileHashes> {
  const tracked = await readGitIndex(content)
  const stamps = emptyFileStats()
  const stamp = (path: string, size: number, changed: number, id: string) => {
    stamps.paths.push(path)
    stamps.sizes.push(size)
    stamps.changeTimes.push(changed)
    stamps.hashes.push(id)
  }
  let kept = 0
  let made = 0
  let at = 0
  const ids = paths.map((path) => {
    const blob = tracked.get(path)
    if (blob !== undefined) return blob
    const file = `${content}/${path}`
    const { size, ctimeMs } = statSync(file)
    while ((savedStats.paths[at] ?? path) < path) at++
    const before = savedStats.hashes[at]
    if (
      before !== undefined &&
      savedStats.paths[at] === path &&
      savedStats.sizes[at] === size &&
      savedStats.changeTimes[at] === ctimeMs
    ) {
      stamp(path, size, ctimeMs, before)
      kept++
      return before
    }
    const bytes = readBytes(file)
    // Who is to compile it will say so.
    if (bytes === undefined) return ''
    const id = blobHash(bytes)
    if (ctimeMs < now - clockTick) {
      stamp(path, size, ctimeMs, id)
      made++
    }
    return id
  })
  return {
    hashes: ids,
    stats: stamps,
    shouldSaveStats: made > unsavedStatsLimit || kept + unsavedStatsLimit < savedStats.paths.length,
  }
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if (isUnreadableError(error)) return undefined
    throw error
  }
}

/** The blobs of the files that git's index finds unchanged on disk, by their path below a folder; none without git. */
async function readGitIndex(folder: string): Promise<Map<string, string>> {
  const blobs = new Map<string, string>()
  if (!isInRepository(folder)) return blobs
  try {
    const [index, changed] = await Promise.all([
      git(folder, ['ls-files', '-z', '-v', '--stage', '--', '.']),
      git(folder, ['diff-files', '-z', '--name-only', '--relative', '--', '.']),
    ])
    for (const line of index.split('\0')) {
      // H: in the index, and not to be taken as unchanged unseen.
      const [, id, path] = /^H 100(?:644|755) ([0-9a-f]{40}) 0\t(.*)$/s.exec(line) ?? []
      if (id !== undefined && path !== undefined) blobs.set(path, id)
    }
    for (const path of changed.split('\0')) blobs.delete(path)
    for (const path of await findFilteredFiles(folder, [...blobs.keys()])) blobs.delete(path)
  } catch {
    blobs.clear()
  }
  return blobs
}

/** Whether git has anything to say of a folder: asking it takes as long as looking at five thousand files. */
function isInRepository(folder: string): boolean {
  return process.env.GIT_DIR !== undefined || ancestors(folder).some((parent) => existsSync(join(parent, '.git')))
}

/** A folder, and those that it lies in. */
function ancestors(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...ancestors(parent)]
}

/** Attributes by which git makes other bytes of a file on disk than those that it keeps. */
const attributes = ['filter', 'ident', 'working-tree-encoding']

/** The files of a folder that are on disk what git makes of them, as with git-crypt: it cannot say which bytes they hold. */
async function findFilteredFiles(folder: string, paths: readonly string[]): Promise<string[]> {
  const files = [
    ...ancestors(folder).flatMap((parent) => [join(parent, '.gitattributes'), join(parent, '.git/info/attributes')]),
    ...paths.filter((path) => path.endsWith('/.gitattributes')).map((path) => join(folder, path)),
  ]
  const isAsked = files.some((file) => existsSync(file) && /filter|ident|encoding/.test(readFileSync(file, 'utf8')))
  if (!isAsked || paths.length === 0) return []
  const said = (await git(folder, ['check-attr', '-z', '--stdin', ...attributes], `${paths.join('\0')}\0`)).split('\0')
  // Of each path and attribute, a row of three.
  return said.filter((_, at) => at % 3 === 0 && !['unspecified', 'unset', undefined].includes(said[at + 2]))
}

async function git(folder: string, words: string[], input?: string): Promise<string> {
  // Loaded where there is a repository.
  const { execFile } = await import('node:child_process')
  return new Promise((resolve, reject) => {
    const { stdin } = execFile(
      'git',
      ['-c', 'core.fsmonitor=false', ...words],
      { cwd: folder, maxBuffer: 1 << 30, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } },
      (error, out) => (error === null ? resolve(out) : reject(error)),
    )
    stdin?.end(input)
  })
}
