import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** Returns a path as someone who works in a folder can open it: relative to the folder if it lies in it, absolute otherwise. */
export function displayPath(path: string, folder: string): string {
  const below = relative(folder, path)
  if (below === '') return '.'
  return below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below) ? path : below.split(sep).join('/')
}

/** Returns the content folder as problems name it. */
export function contentDisplayPath(content: string, cwd: string): string {
  return displayPath(content, cwd)
}

/** Returns the path on disk of a file that a problem names. */
export function resolveDisplayPath(displayed: string, content: string, cwd: string): string {
  const folder = `${contentDisplayPath(content, cwd)}/`
  return displayed.startsWith(folder) ? join(content, displayed.slice(folder.length)) : resolve(cwd, displayed)
}
