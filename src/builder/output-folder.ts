import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { lock, lockHolder } from '../cache/lock.ts'
import { isComplete } from './output-manifest.ts'

/** Thrown if a build must not write to its output folder. */
export class UnsafeOutputError extends Error {
  override name = 'UnsafeOutputError'
}

/**
 * Asserts that a site may replace a folder: it is missing, empty, or holds a site that Lampstand built; and it neither
 * holds nor lies in a folder that the site is made of.
 *
 * @throws UnsafeOutputError with a message for the person who named the folder
 */
export function assertReplaceable(out: string, sources: readonly string[]): void {
  for (const source of sources) {
    if (`${source}${sep}`.startsWith(`${out}${sep}`) || `${out}${sep}`.startsWith(`${source}${sep}`)) {
      throw new UnsafeOutputError(
        `Unexpected output folder ${out}, which holds or lies in ${source}. Name another folder with --out.`,
      )
    }
  }
  if (!existsSync(out)) return
  if (!statSync(out).isDirectory())
    throw new UnsafeOutputError(`Unexpected file at ${out}, expected a folder. Name another with --out.`)
  if (readdirSync(out).length === 0) return
  if (!isComplete(out) && !isHomePage(join(out, 'index.html'))) {
    throw new UnsafeOutputError(
      `Unexpected files in ${out}, expected an empty folder or a site that Lampstand built: files that are not part of the site would be removed. Empty it, or name another folder with --out.`,
    )
  }
}

/** Returns true for the home page of a site that Lampstand built. */
function isHomePage(path: string): boolean {
  return (
    statSync(path, { throwIfNoEntry: false })?.isFile() === true &&
    readFileSync(path, 'utf8').includes('<meta name="generator" content="Lampstand"/>')
  )
}

/**
 * Locks an output folder, because two builds would overwrite each other's files.
 *
 * @returns a function that unlocks it
 * @throws UnsafeOutputError with a message for the person who named the folder
 */
export function lockOutput(out: string): () => void {
  const path = join(dirname(out), `.${basename(out)}.lock`)
  const release = lock(path)
  if (release !== undefined) return release
  throw new UnsafeOutputError(
    `Unexpected build in process ${lockHolder(path) ?? 'unknown'}, which writes to ${out} already. Wait until it ends, or name another folder with --out. If no build runs, remove ${path}.`,
  )
}

/** The folder that a site is written to before it replaces the last one: beside it, so that files can be moved. */
function stagingFolder(out: string): string {
  return join(dirname(out), `.${basename(out)}.staging`)
}

/** Creates an empty staging folder for an output folder. Returns its path. */
export function openStaging(out: string): string {
  const staging = stagingFolder(out)
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true })
  return staging
}
