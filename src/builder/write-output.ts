import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { readCachedFile } from '../cache/cached-file.ts'
import { DamagedCacheError } from '../cache/damaged-cache-error.ts'
import { outputFile, type UrlPath } from '../newsroom/url-path.ts'
import type { StaticFile } from '../site/static-file.ts'

/** The numbers of files that a build changed in the site. */
export interface FileChanges {
  added: number
  changed: number
  removed: number
}

/**
 * Copies static files to their URLs below a folder.
 *
 * @throws DamagedCacheError if cached files are damaged; they are removed, and all other files copied
 */
export function copyStaticFiles(folder: string, files: readonly StaticFile[]): void {
  let damage: DamagedCacheError | undefined
  for (const { url, from, hash } of files) {
    const path = join(folder, outputFile(url))
    mkdirSync(dirname(path), { recursive: true })
    if (hash === undefined) {
      copyFileSync(from, path)
      continue
    }
    try {
      writeFileSync(path, readCachedFile(from, hash))
    } catch (error) {
      if (!(error instanceof DamagedCacheError)) throw error
      damage = error
    }
  }
  if (damage !== undefined) throw damage
}

/**
 * Moves the staged files whose bytes differ over the site, each by one rename, and then removes files that are no
 * longer part of it. The next build completes a build that is killed here.
 *
 * @param staged the URLs of the staged files
 * @param removed the URLs that are no longer part of the site; undefined to remove every file that is not in `all`
 * @param all the URLs of the whole site
 */
export function writeOutputs(
  staging: string,
  out: string,
  staged: readonly UrlPath[],
  removed: readonly UrlPath[] | undefined,
  all: readonly UrlPath[],
): FileChanges {
  if (!existsSync(out) || readdirSync(out).length === 0) {
    rmSync(out, { recursive: true, force: true })
    mkdirSync(dirname(out), { recursive: true })
    renameSync(staging, out)
    return { added: staged.length, changed: 0, removed: 0 }
  }
  const changes: FileChanges = { added: 0, changed: 0, removed: 0 }
  const { files, folders } = outputPaths(staged)
  changes.removed += removeObstacles(out, files, folders)
  for (const file of files) {
    const from = join(staging, file)
    const to = join(out, file)
    if (existsSync(to)) {
      if (statSync(to).size === statSync(from).size && readFileSync(to).equals(readFileSync(from))) continue
      changes.changed++
    } else {
      changes.added++
      mkdirSync(dirname(to), { recursive: true })
    }
    renameSync(from, to)
  }
  changes.removed += removed === undefined ? removeUnlisted(out, all) : removeOutputs(out, removed)
  rmSync(staging, { recursive: true, force: true })
  return changes
}

/** Removes every file of a folder that is not listed. Returns the number of removed files. */
export function removeUnlisted(out: string, urls: readonly UrlPath[]): number {
  const { files, folders } = outputPaths(urls)
  return removeUnlistedIn(out, '', files, folders)
}

/** Removes the files at some URLs, and the folders that are empty then. Returns the number of removed files. */
export function removeOutputs(out: string, urls: readonly UrlPath[]): number {
  let removed = 0
  for (const url of urls) {
    const file = outputFile(url)
    const stats = lstatSync(join(out, file), { throwIfNoEntry: false })
    if (stats?.isFile() !== true) continue
    rmSync(join(out, file))
    removed++
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      if (readdirSync(join(out, folder)).length > 0) break
      rmdirSync(join(out, folder))
    }
  }
  return removed
}

function outputPaths(urls: readonly UrlPath[]): { files: Set<string>; folders: Set<string> } {
  const files = new Set(urls.map(outputFile))
  const folders = new Set<string>()
  for (const file of files) {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(folder)
  }
  return { files, folders }
}

/**
 * Removes files where the site needs folders, and folders where it needs files. Returns the number of removed paths.
 */
function removeObstacles(out: string, files: ReadonlySet<string>, folders: ReadonlySet<string>): number {
  let removed = 0
  const remove = (path: string) => {
    rmSync(path, { recursive: true, force: true })
    removed++
  }
  for (const folder of folders) {
    const path = join(out, folder)
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats !== undefined && !stats.isDirectory()) remove(path)
  }
  for (const file of files) {
    const path = join(out, file)
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (stats !== undefined && !stats.isFile()) remove(path)
  }
  return removed
}

function removeUnlistedIn(
  out: string,
  folder: string,
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): number {
  let removed = 0
  for (const entry of readdirSync(join(out, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      removed += removeUnlistedIn(out, path, files, folders)
      if (!folders.has(path)) rmdirSync(join(out, path))
    } else if (!files.has(path)) {
      rmSync(join(out, path))
      removed++
    }
  }
  return removed
}
