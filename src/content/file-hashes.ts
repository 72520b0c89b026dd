import { readFileSync, statSync } from 'node:fs'
import { blobHash } from './blob-hash.ts'
import { clockResolution, emptyFileStats, type FileStats } from './file-stats.ts'
import { readGitIndex } from './git-index.ts'
import { isUnreadableError } from './unreadable-error.ts'

interface FileHashes {
  /** Git's hashes of the files, in the order of the paths; empty for a file that cannot be read. */
  hashes: string[]
  /** The stats to save for the next call. */
  stats: FileStats
  /** True if enough stats changed to make saving them worthwhile: a few files are soon read again. */
  shouldSaveStats: boolean
}

/** The most files whose stats may be out of date. */
const unsavedStatsLimit = 16

/**
 * Hashes files without reading most of them. Git's index has the hashes of the files that it finds unchanged; the saved stats have
 * those of files whose size and time have not changed since.
 *
 * @param content the content folder
 * @param paths the paths below the content folder, sorted
 * @param savedStats the stats of an earlier call
 * @param now milliseconds since 1970
 */
export async function hashContentFiles(
  content: string,
  paths: readonly string[],
  savedStats: FileStats,
  now: number,
): Promise<FileHashes> {
  const gitHashes = await readGitIndex(content)
  const stats = emptyFileStats()
  const addStats = (path: string, size: number, changeTime: number, hash: string) => {
    stats.paths.push(path)
    stats.sizes.push(size)
    stats.changeTimes.push(changeTime)
    stats.hashes.push(hash)
  }
  let reused = 0
  let added = 0
  let at = 0
  const hashes = paths.map((path) => {
    const gitHash = gitHashes.get(path)
    if (gitHash !== undefined) return gitHash
    const file = `${content}/${path}`
    const { size, ctimeMs } = statSync(file)
    while ((savedStats.paths[at] ?? path) < path) at++
    const savedHash = savedStats.hashes[at]
    if (
      savedHash !== undefined &&
      savedStats.paths[at] === path &&
      savedStats.sizes[at] === size &&
      savedStats.changeTimes[at] === ctimeMs
    ) {
      addStats(path, size, ctimeMs, savedHash)
      reused++
      return savedHash
    }
    const bytes = readBytes(file)
    // The compiler reports it.
    if (bytes === undefined) return ''
    const hash = blobHash(bytes)
    if (ctimeMs < now - clockResolution) {
      addStats(path, size, ctimeMs, hash)
      added++
    }
    return hash
  })
  const dropped = savedStats.paths.length - reused
  return { hashes, stats, shouldSaveStats: added > unsavedStatsLimit || dropped > unsavedStatsLimit }
}

/** Reads a file; undefined if it cannot be read. */
function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if (isUnreadableError(error)) return undefined
    throw error
  }
}
