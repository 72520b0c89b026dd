import { join } from 'node:path'
import { readChecksummed, writeChecksummed } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { hashContentFiles } from './file-hashes.ts'
import { emptyFileStats, type FileStats } from './file-stats.ts'
import { listContentPaths } from './list-files.ts'

/** The version of the format in which file stats are saved. */
const statsVersion = '4'

/** The files of a content folder when a build starts. A scan needs little code, so it can run while the rest is loaded. */
export interface ContentScan {
  /** The paths of the files that are compiled, below the content folder, sorted. */
  paths: readonly string[]
  /** Git's hashes of their bytes, in the same order; empty for a file that cannot be read. */
  hashes: readonly string[]
  /** The paths of texts that nothing reads. */
  unusedPaths: readonly string[]
}

/**
 * Finds and hashes the files of a content folder.
 *
 * @param workFolder the folder that keeps file stats between builds
 * @returns the scan, and a function that saves the stats for the next build
 */
export async function scanContent(content: string, workFolder: string): Promise<ContentScan & { saveStats(): void }> {
  const { paths, unusedPaths } = listContentPaths(content)
  const file = join(workFolder, `file-stats-${hash128(content).slice(0, 12)}`)
  const savedStats = (readChecksummed(file, statsVersion) ?? emptyFileStats()) as FileStats
  const { hashes, stats, shouldSaveStats } = await hashContentFiles(content, paths, savedStats, Date.now())
  const saveStats = () => {
    if (shouldSaveStats) writeChecksummed(file, statsVersion, stats)
  }
  return { paths, hashes, unusedPaths, saveStats }
}
