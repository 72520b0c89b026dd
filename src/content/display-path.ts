import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** A path as a person who works in a folder can open it: from that folder where it lies in it, else whole. */
export function displayPath(path: string, from: string): string {
  const below = relative(from, path)
  if (below === '') return '.'
  return below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) ? path : below.split(sep).join('/')
}

/** The content folder as problems name it, before a slash and the path of each of its files. */
export function contentDisplayPath(content: string, workingFolder: string): string {
  return displayPath(content, workingFolder)
}

/** The file on disk that a problem names. */
export function resolveDisplayPath(shown: string, content: string, shownFrom: string): string {
  const folder = `${contentDisplayPath(content, shownFrom)}/`
  return shown.startsWith(folder) ? join(content, shown.slice(folder.length)) : resolve(shownFrom, shown)
}
