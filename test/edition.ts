import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Edition, type EditionOptions, openArchive } from '../src/builder/build.ts'
import { versionOf } from '../src/builder/code-version.ts'
import type { Changes } from '../src/builder/write-output.ts'
import { DamagedCache } from '../src/cache/damaged-cache.ts'
import { fileOf } from '../src/newsroom/url-path.ts'
import { filesOf } from './lampstand.ts'
import { noon, root } from './press-site.ts'

export const version = versionOf(root)

export interface Made {
  changes: Changes
  /** The addresses that were rendered. */
  rendered: readonly string[]
  files: Map<string, Buffer>
}

/** Makes an edition of a site as `lampstand build` does, in this process and without Eleventy between. */
export async function makeEdition(
  folder: string,
  options: Partial<EditionOptions> & { work?: string } = {},
): Promise<Made> {
  const all: EditionOptions = {
    content: join(folder, 'content'),
    public: join(folder, 'public'),
    layouts: join(root, 'layouts'),
    workFolder: join(folder, '.lampstand'),
    shownFrom: folder,
    now: noon,
    audience: 'public',
    out: join(folder, 'site'),
    version,
    direct: false,
    ...options,
  }
  const make = async (): Promise<Made> => {
    const archive = openArchive(all.workFolder, all.version, false)
    try {
      const edition = await Edition.open(all, archive)
      for (const url of edition.outputs) {
        const file = join(edition.staging, fileOf(url))
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, await edition.render(url))
      }
      const { changes } = edition.close()
      return { changes, rendered: edition.outputs, files: filesOf(all.out) }
    } finally {
      archive.cache.close()
    }
  }
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof DamagedCache)) throw error
    return make()
  }
}
