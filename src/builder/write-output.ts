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
import { DamagedCache } from '../cache/damaged-cache.ts'
import { outputFile, type UrlPath } from '../newsroom/url-path.ts'
import type { StaticFile } from '../site/static-file.ts'

/** How a build changed the published site, in files. */
export interface FileChanges {
  added: number
  changed: number
  removed: number
}

/**
 * Copies files, as they are, to their addresses below a folder.
 *
 * @throws DamagedCache where files that were kept are not what they were; they are removed, and the others copied
 */
export function copyFiles(folder: string, copies: readonly StaticFile[]): void {
  let damage: DamagedCache | undefined
  for (const { url, from, hash } of copies) {
    const path = join(folder, outputFile(url))
    mkdirSync(dirname(path), { recursive: true })
    if (hash === undefined) {
      copyFileSync(from, path)
      continue
    }
    try {
      writeFileSync(path, readCachedFile(from, hash))
    } catch (error) {
      if (!(error instanceof DamagedCache)) throw error
      damage = error
    }
  }
  if (damage !== undefined) throw damage
}

/**
 * Moves staged files over the published site, each by one rename, where their bytes differ. What is no longer part of the site is
 * removed last. A build that is killed here is completed by the next.
 *
 * @param staged what was staged
 * @param gone what the site had and has no longer; undefined where that is not known, and everything else in the folder must go
 * @param all the addresses of everything that the site has
 */
export function writeOutputs(
  staging: string,
  out: string,
  staged: readonly UrlPath[],
  gone: readonly UrlPath[] | undefined,
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
  changes.removed += gone === undefined ? removeUnlisted(out, all) : removeOutputs(out, gone)
  rmSync(staging, { recursive: true, force: true })
  return changes
}

/** Removes what is not part of a site from its folder, and returns how many files that were. */
export function removeUnlisted(out: string, urls: readonly UrlPath[]): number {
  const { files, folders } = outputPaths(urls)
  return removeUnlistedIn(out, '', files, folders)
}

/** Removes what stands at some addresses, and folders that are empty then; returns how many files there were. */
export function removeOutputs(out: string, urls: readonly UrlPath[]): number {
  let removed = 0
  for (const url of urls) {
    const file = outputFile(url)
    const found = lstatSync(join(out, file), { throwIfNoEntry: false })
    if (found?.isFile() !== true) continue
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

/** Removes files where the site has folders, and folders where it has files. */
function removeObstacles(out: string, files: ReadonlySet<string>, folders: ReadonlySet<string>): number {
  let removed = 0
  const remove = (path: string) => {
    rmSync(path, { recursive: true, force: true })
    removed++
  }
  for (const folder of folders) {
    const path = join(out, folder)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found !== undefined && !found.isDirectory()) remove(path)
  }
  for (const file of files) {
    const path = join(out, file)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found !== undefined && !found.isFile()) remove(path)
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
