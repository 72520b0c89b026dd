import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Ledger } from '../builder/output-manifest.ts'
import { readChecked, writeChecked } from '../cache/checksummed-file.ts'
import { hashOf } from '../fingerprint/hash.ts'
import { type Address, fileOf } from '../newsroom/url-path.ts'
import { findPaths } from './content-files.ts'
import { identify, noStamps, type Stamps } from './file-hashes.ts'

/** Of what stamps look like where they are kept. */
const stampsVersion = '3'

/** What stands on disk when a build begins. It takes little code to find out, so that it is known when the press has been loaded. */
export interface Survey {
  /** The paths of the files of content, below its folder, in their order. */
  paths: readonly string[]
  /** Git's ids of their bytes, in the same order. */
  ids: readonly string[]
  /** The paths of texts that nothing reads. */
  strays: readonly string[]
}

/**
 * Finds the files of content, and what bytes they hold.
 *
 * @returns besides, a way to keep what was found out in the working folder for the next build
 */
export async function surveyContent(content: string, workFolder: string): Promise<Survey & { remember(): void }> {
  const { paths, strays } = findPaths(content)
  const file = join(workFolder, `stamps-${hashOf(content).slice(0, 12)}`)
  const known = (readChecked(file, stampsVersion) ?? noStamps()) as Stamps
  const { ids, stamps, news } = await identify(content, paths, known, Date.now())
  const remember = () => {
    if (news) writeChecked(file, stampsVersion, stamps)
  }
  return { paths, ids, strays, remember }
}

/** The outputs of a ledger that are not there as they were recorded. */
export function lostFrom(ledger: Ledger, out: string): Address[] {
  const lost: Address[] = []
  ledger.forEach(([, size], url) => {
    const found = statSync(`${out}/${fileOf(url)}`, { throwIfNoEntry: false })
    if (found?.size !== size || !found.isFile()) lost.push(url)
  })
  return lost
}
