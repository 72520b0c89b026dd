import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readChecksummed, writeChecksummed } from '../cache/checksummed-file.ts'

/** The version of the format of the list of an index's files. */
const formatVersion = '1'

/** The name of the list in the folder of an index. */
const listName = 'files'

/** The files of an index: the hash of each file's bytes by its path. */
export type IndexFiles = Record<string, string>

/** True for the files that the search page loads once, whatever years are searched. */
export const isSharedByAllYears = (path: string): boolean => /^(?:pagefind\.js|wasm\..*)$/.test(path)

export function writeIndexFiles(folder: string, files: IndexFiles): void {
  writeChecksummed(join(folder, listName), formatVersion, files)
}

/** Returns the files of an index from an earlier build; undefined if one of them is missing. */
export function readIndexFiles(folder: string): IndexFiles | undefined {
  const files = readChecksummed(join(folder, listName), formatVersion) as IndexFiles | undefined
  if (files === undefined) return undefined
  const present = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/')),
  )
  return Object.keys(files).every((path) => present.has(path)) ? files : undefined
}
