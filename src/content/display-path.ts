import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** A path as a person who works in a folder can open it: from that folder where it lies in it, else whole. */
export function displayPath(path: string, folder: string): string {
  const below = relative(folder, path)
  if (below === '') return '.'
  return below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) ? path : below.split(sep).join('/')
}

/** The content folder as problems name it, before a slash and the path of each of its files. */
export function contentDisplayPath(content: string, cwd: string): string {
  return displayPath(content, cwd)
}

/** The file on disk that a problem names. */
export function resolveDisplayPath(displayed: string, content: string, cwd: string): string {
  const folder = `${contentDisplayPath(content, cwd)}/`
  return displayed.startsWith(folder) ? join(content, displayed.slice(folder.length)) : resolve(cwd, displayed)
}
