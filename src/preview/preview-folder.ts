import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lock, lockHolder } from '../cache/lock.ts'
import { type Options, UsageError } from '../cli/options.ts'
import { displayPath } from '../content/display-path.ts'
import { hash128 } from '../fingerprint/hash.ts'

/** Where a preview writes what it shows and what it keeps, held until it is released or the process ends. */
interface PreviewFolder {
  folder: string
  /** The folder that is served. */
  site: string
  release(): void
}

/**
 * Takes the folder of the preview of some content. Each content has its own: what is not published must not be seen in the preview
 * of another.
 *
 * @throws UsageError where another preview of that content runs
 */
export function lockPreviewFolder({ root, content, cwd: from }: Options): PreviewFolder {
  const previews = join(root, '.lampstand/previews')
  const folder = join(previews, hash128(content).slice(0, 12))
  const release = lock(join(folder, 'lock'))
  if (release === undefined) {
    throw new UsageError(
      `A preview of ${displayPath(content, from)} is running already, as process ${lockHolder(join(folder, 'lock'))}. Use that one, or end it first.`,
    )
  }
  writeFileSync(join(folder, 'content'), content)
  removeOrphans(previews, folder)
  return { folder, site: join(folder, 'site'), release }
}

/** Removes what previews that have ended left of content that is no longer there. */
function removeOrphans(previews: string, own: string): void {
  for (const name of readdirSync(previews)) {
    const folder = join(previews, name)
    const note = join(folder, 'content')
    if (folder === own || !existsSync(note) || existsSync(readFileSync(note, 'utf8'))) continue
    const release = lock(join(folder, 'lock'))
    if (release === undefined) continue
    rmSync(folder, { recursive: true, force: true })
    release()
  }
}
