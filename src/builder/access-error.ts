import { basename, dirname, join, sep } from 'node:path'

/** The file system's reasons for refusing a path, by error code. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'there is a file where a folder must be',
  EISDIR: 'there is a folder where a file must be',
}

/** The reasons for refusing to create a folder: for some read-only disks the parent folder is missing. */
const mkdirReasons: Readonly<Record<string, string>> = {
  ...reasons,
  ENOENT: 'no folder can be made there',
  EEXIST: 'there is a file where a folder must be',
}

/** A refusal by the file system. */
export interface AccessError {
  reason: string
  /** Undefined if the error names no path, as for a write to an open file. */
  path: string | undefined
}

/**
 * Reads the reason and the path from an error of the file system. It parses the message, because nothing else survives
 * the way from another thread: `EACCES: permission denied, mkdir '/site'`.
 *
 * @returns undefined for any other error
 */
export function parseAccessError(error: unknown): AccessError | undefined {
  const message = error instanceof Error ? error.message : ''
  const [, code = '', call = '', paths] = /^(E[A-Z]+): [^,]+, (\w+)(?: '(.*)')?$/s.exec(message) ?? []
  const reason = (call === 'mkdir' ? mkdirReasons : reasons)[code]
  if (reason === undefined || (paths === undefined && code !== 'ENOSPC')) return undefined
  // A call with two paths writes to the second.
  return { reason, path: paths?.split("' -> '").at(-1) }
}

/** Returns true if the file system refused something in a folder. */
export function isAccessError(error: unknown, folder: string): boolean {
  const path = parseAccessError(error)?.path
  return path !== undefined && isAtOrIn(path, folder)
}

/** Returns true for a place, for paths in it, and for the files that a build writes beside it. */
export const isAtOrIn = (path: string, place: string) =>
  `${path}${sep}`.startsWith(`${place}${sep}`) || path.startsWith(join(dirname(place), `.${basename(place)}.`))
