import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './site-fixture.ts'

/** What a checkout of the engine consists of, as far as commands need it. */
const parts = [
  '.eleventy.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'src',
  'layouts',
  'public',
  'node_modules',
]

/** Copies the engine and its packages to a folder, by hard links where the disk allows. */
export function copyEngine(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const part of parts) linkTree(join(root, part), join(folder, part))
}

function linkTree(from: string, to: string): void {
  const stats = lstatSync(from)
  if (stats.isSymbolicLink()) return symlinkSync(readlinkSync(from), to)
  if (!stats.isDirectory()) return linkFile(from, to)
  mkdirSync(to)
  // The copy makes a cache of its own.
  for (const name of readdirSync(from)) if (name !== '.cache') linkTree(join(from, name), join(to, name))
}

function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to) // the folder is on another disk
  }
}
