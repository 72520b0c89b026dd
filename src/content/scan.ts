import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { OutputManifest } from '../builder/output-manifest.ts'
import { readChecksummed, writeChecksummed } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { outputFile, type UrlPath } from '../newsroom/url-path.ts'
import { emptyFileStats, type FileStats, hashFiles } from './file-hashes.ts'
import { listContentPaths } from './list-files.ts'

/** Of what stamps look like where they are kept. */
const stampsVersion = '3'

/** What stands on disk when a build begins. It takes little code to find out, so that it is known when the press has been loaded. */
export interface ContentScan {
  /** The paths of the files of content, below its folder, in their order. */
  paths: readonly string[]
  /** Git's ids of their bytes, in the same order. */
  ids: readonly string[]
  /** The paths of texts that nothing reads. */
  unusedPaths: readonly string[]
}

/**
 * Finds the files of content, and what bytes they hold.
 *
 * @returns besides, a way to keep what was found out in the working folder for the next build
 */
export async function scanContent(content: string, workFolder: string): Promise<ContentScan & { remember(): void }> {
  const { paths, strays } = listContentPaths(content)
  const file = join(workFolder, `stamps-${hash128(content).slice(0, 12)}`)
  const known = (readChecksummed(file, stampsVersion) ?? emptyFileStats()) as FileStats
  const { ids, stamps, news } = await hashFiles(content, paths, known, Date.now())
  const remember = () => {
    if (news) writeChecksummed(file, stampsVersion, stamps)
  }
  return { paths, ids, unusedPaths: strays, remember }
}

/** The outputs of a ledger that are not there as they were recorded. */
export function findMissingOutputs(manifest: OutputManifest, out: string): UrlPath[] {
  const lost: UrlPath[] = []
  manifest.forEach(([, size], url) => {
    const found = statSync(`${out}/${outputFile(url)}`, { throwIfNoEntry: false })
    if (found?.size !== size || !found.isFile()) lost.push(url)
  })
  return lost
}
