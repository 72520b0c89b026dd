import { basename, dirname, join, resolve, sep } from 'node:path'
import { folders } from '../../.eleventy.ts'
import { displayPath } from '../content/display-path.ts'
import type { Options } from './options.ts'

/** Why a place cannot be used, by what the file system says. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'there is a file where a folder must be',
  EISDIR: 'there is a folder where a file must be',
}

/** The same of a folder that was to be made: some disks that are read-only say that there is none. */
const reasonsToMake: Readonly<Record<string, string>> = {
  ...reasons,
  ENOENT: 'no folder can be made there',
  EEXIST: 'there is a file where a folder must be',
}

/** A place that a command was told of, or keeps things in. */
interface Named {
  what: string
  path: string
  /** What helps, if the place itself cannot be mended. */
  instead: string
}

/**
 * Says of an error of the file system which place cannot be used, why, and what to do.
 *
 * @returns undefined for any other error, and for a place that nobody named: that is a mistake of ours
 */
export function fsErrorMessage(error: unknown, options: Options): string | undefined {
  const refused = refusalOf(error)
  if (refused === undefined) return undefined
  const { reason, path } = refused
  // Who writes to a file that is open is not told which.
  if (path === undefined) return `Unexpected end of writing: ${reason}. Make room, then give the command again.`
  const places = placesOf(options)
  const named = places.find((place) => isOf(path, place.path)) ?? places.find((place) => isOf(place.path, path))
  if (named === undefined) return undefined
  const [place, where] = [named.path, path].map((path) => displayPath(path, options.cwd))
  const at = where === place ? '' : ` at ${where}`
  return `Unexpected ${named.what} ${place}, which cannot be used: ${reason}${at}. Mend that, or ${named.instead}.`
}

/** Whether an error says that something in a folder cannot be used. */
export function isAccessError(error: unknown, folder: string): boolean {
  const path = refusalOf(error)?.path
  return path !== undefined && isOf(path, folder)
}

/** Whether a path is a place, lies in it, or is what a build writes beside it. */
const isOf = (path: string, place: string) =>
  `${path}${sep}`.startsWith(`${place}${sep}`) || path.startsWith(join(dirname(place), `.${basename(place)}.`))

/**
 * What the file system refused. It is read from the message, which is all that another thread hands on: `EACCES: permission denied, mkdir
 * '/site'`.
 */
function refusalOf(error: unknown): { reason: string; path: string | undefined } | undefined {
  const message = error instanceof Error ? error.message : ''
  const [, code = '', act = '', paths] = /^(E[A-Z]+): [^,]+, (\w+)(?: '(.*)')?$/s.exec(message) ?? []
  const reason = (act === 'mkdir' ? reasonsToMake : reasons)[code]
  if (reason === undefined || (paths === undefined && code !== 'ENOSPC')) return undefined
  // Of two the second is written to.
  return { reason, path: paths?.split("' -> '").at(-1) }
}

/** The places of a command, those first that lie in others. */
function placesOf({ command, args, root, cwd, content, out = join(root, '_site') }: Options): Named[] {
  return [
    {
      what: 'folder of what is kept between builds',
      path: join(root, '.lampstand'),
      instead: 'remove it: it is only there to save time',
    },
    ...(command === 'reply'
      ? [{ what: 'e-mail', path: resolve(cwd, args[0] ?? ''), instead: 'save the e-mail elsewhere' }]
      : []),
    ...(command === 'build' ? [{ what: 'output folder', path: out, instead: 'name another folder with --out' }] : []),
    { what: 'content folder', path: content, instead: 'name another folder with --content' },
    { what: 'folder of public files', path: join(root, folders.public), instead: 'take out what cannot be read' },
  ]
}
