import { join } from 'node:path'
import { readChecksummed, writeChecksummed } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { emptyFileStats, type FileStats, hashFiles } from './file-hashes.ts'
import { listContentPaths } from './list-files.ts'

/** Of what stamps look like where they are kept. */
const stampsVersion = '3'

/** What stands on disk when a build begins. It takes little code to find out, so that it is known when the press has been loaded. */
export interface ContentScan {
  /** The paths of the files of content, below its folder, in their order. */
  paths: readonly string[]
  /** Git's ids of their bytes, in the same order. */
  hashes: readonly string[]
  /** The paths of texts that nothing reads. */
  unusedPaths: readonly string[]
}

/**
 * Finds the files of content, and what bytes they hold.
 *
 * @returns besides, a way to keep what was found out in the working folder for the next build
 */
export async function scanContent(content: string, workFolder: string): Promise<ContentScan & { saveStats(): void }> {
  const { paths, unusedPaths } = listContentPaths(content)
  const file = join(workFolder, `stamps-${hash128(content).slice(0, 12)}`)
  const known = (readChecksummed(file, stampsVersion) ?? emptyFileStats()) as FileStats
  const { hashes, stats, shouldSaveStats } = await hashFiles(content, paths, known, Date.now())
  const saveStats = () => {
    if (shouldSaveStats) writeChecksummed(file, stampsVersion, stats)
  }
  return { paths, hashes, unusedPaths, saveStats }
}
