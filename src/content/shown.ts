import { basename, join, relative, sep } from 'node:path'

/** The content folder as problems name it: its path from the folder the command was given in, or its name where it lies elsewhere. */
export function shownFolder(content: string, shownFrom: string): string {
  const path = relative(shownFrom, content)
  return path === '' || path.startsWith('..') || path.startsWith(sep) ? basename(content) : path.split(sep).join('/')
}

/** The file on disk that a problem names. */
export function fileOfShown(shown: string, content: string, shownFrom: string): string {
  const folder = `${shownFolder(content, shownFrom)}/`
  return shown.startsWith(folder) ? join(content, shown.slice(folder.length)) : join(shownFrom, shown)
}
