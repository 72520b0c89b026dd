import { existsSync, lstatSync, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, extname, join, resolve, sep } from 'node:path'
import { isPublishedName } from '../newsroom/url-path.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { pictureFormats, recordingSignatures } from './media-formats.ts'
import type { MediaOptions } from './media-options.ts'

/**
 * Returns the file that a source names, absolute; undefined if there is none, or if it is outside content/ and the
 * published part of public/, also by a link.
 *
 * @param path the path below content/ of the file that names it
 */
export function locateMediaFile(
  path: string,
  source: string,
  folders: Pick<MediaOptions, 'content' | 'public'>,
): string | undefined {
  let name = source
  try {
    name = decodeURIComponent(source)
  } catch {}
  const isPublic = name.startsWith('/')
  const root = isPublic ? folders.public : folders.content
  const file = isPublic ? join(root, name) : resolve(root, dirname(path), name)
  if (isPublic && !name.split('/').every(isPublishedName)) return undefined
  if (name === '' || name.includes('\0') || !file.startsWith(root + sep) || !existsSync(file)) return undefined
  if (!lstatSync(file).isFile() || !realpathSync(file).startsWith(realpathSync(root) + sep)) return undefined
  return file
}

/** Suggests the file that a wrong source most likely meant, in the folder that it names. */
export function suggestMediaFile(path: string, source: string, content: string): string | undefined {
  if (source.startsWith('/')) return undefined
  const folder = resolve(content, dirname(path), dirname(source))
  if (!`${folder}${sep}`.startsWith(content + sep) || !existsSync(folder)) return undefined
  const media = readdirSync(folder).filter(
    (name) => extname(name).toLowerCase() in { ...pictureFormats, ...recordingSignatures },
  )
  const match = closestMatch(basename(source), media)
  return match === undefined ? undefined : join(dirname(source), match)
}
