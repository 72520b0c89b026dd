import { join, resolve } from 'node:path'
import { folders } from '../../.eleventy.ts'
import { isAtOrIn, parseAccessError } from '../builder/access-error.ts'
import { displayPath } from '../content/display-path.ts'
import type { Options } from './options.ts'

/** A file or folder that a command uses. */
interface Place {
  description: string
  path: string
  /** The advice for a place that cannot be fixed. */
  alternative: string
}

/**
 * Describes an error of the file system: which place cannot be used, why, and what to do.
 *
 * @returns undefined for any other error, and for a path outside the command's places, which is a bug
 */
export function fsErrorMessage(error: unknown, options: Options): string | undefined {
  const accessError = parseAccessError(error)
  if (accessError === undefined) return undefined
  const { reason, path } = accessError
  if (path === undefined) return `Unexpected end of writing: ${reason}. Make room, then give the command again.`
  const places = commandPlaces(options)
  const place = places.find((place) => isAtOrIn(path, place.path)) ?? places.find((place) => isAtOrIn(place.path, path))
  if (place === undefined) return undefined
  const [placePath, errorPath] = [place.path, path].map((path) => displayPath(path, options.cwd))
  const at = errorPath === placePath ? '' : ` at ${errorPath}`
  return `Unexpected ${place.description} ${placePath}, which cannot be used: ${reason}${at}. Mend that, or ${place.alternative}.`
}

/** Lists the places of a command; a place that lies in another comes first. */
function commandPlaces({ command, args, root, cwd, content, out = join(root, '_site') }: Options): Place[] {
  return [
    {
      description: 'folder of what is kept between builds',
      path: join(root, '.lampstand'),
      alternative: 'remove it: it is only there to save time',
    },
    ...(command === 'reply'
      ? [{ description: 'e-mail', path: resolve(cwd, args[0] ?? ''), alternative: 'save the e-mail elsewhere' }]
      : []),
    ...(command === 'build'
      ? [{ description: 'output folder', path: out, alternative: 'name another folder with --out' }]
      : []),
    { description: 'content folder', path: content, alternative: 'name another folder with --content' },
    {
      description: 'folder of public files',
      path: join(root, folders.public),
      alternative: 'take out what cannot be read',
    },
  ]
}
