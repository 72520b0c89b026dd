import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lock, lockHolder } from '../cache/lock.ts'
import { displayPath } from '../content/display-path.ts'
import { hash128 } from '../fingerprint/hash.ts'

/** The folder of one preview, locked until it is released or the process ends. */
interface PreviewFolder {
  folder: string
  /** The folder that is served. */
  site: string
  release(): void
}

/** Thrown if another preview of the same content runs, with a message for the person who started this one. */
export class PreviewRunningError extends Error {
  override name = 'PreviewRunningError'
}

/**
 * Locks the folder for the preview of some content. Each content folder has its own, so that unpublished stories never
 * show in the preview of another.
 *
 * @param options.root the folder of Lampstand
 * @param options.content the content folder, absolute
 * @param options.cwd the folder that the command was given in
 * @throws PreviewRunningError
 */
export function lockPreviewFolder(options: { root: string; content: string; cwd: string }): PreviewFolder {
  const { root, content, cwd } = options
  const previews = join(root, '.lampstand/previews')
  const folder = join(previews, hash128(content).slice(0, 12))
  const release = lock(join(folder, 'lock'))
  if (release === undefined) {
    throw new PreviewRunningError(
      `A preview of ${displayPath(content, cwd)} is running already, as process ${lockHolder(join(folder, 'lock'))}. Use that one, or end it first.`,
    )
  }
  writeFileSync(join(folder, 'content'), content)
  removeOrphans(previews, folder)
  return { folder, site: join(folder, 'site'), release }
}

/** Removes the folders of ended previews whose content no longer exists. */
function removeOrphans(previews: string, currentFolder: string): void {
  for (const name of readdirSync(previews)) {
    const folder = join(previews, name)
    const contentFile = join(folder, 'content')
    if (folder === currentFolder || !existsSync(contentFile) || existsSync(readFileSync(contentFile, 'utf8'))) continue
    const release = lock(join(folder, 'lock'))
    if (release === undefined) continue
    rmSync(folder, { recursive: true, force: true })
    release()
  }
}
