import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Build, type BuildOptions, openBuildCache } from '../../src/builder/build.ts'
import { codeVersion } from '../../src/builder/code-version.ts'
import type { FileChanges } from '../../src/builder/write-output.ts'
import { DamagedCache } from '../../src/cache/damaged-cache.ts'
import { outputFile } from '../../src/newsroom/url-path.ts'
import { readFiles } from './read-files.ts'
import { noon, root } from './site-fixture.ts'

export const currentCodeVersion = codeVersion(root)

export interface BuiltSite {
  changes: FileChanges
  /** The addresses that were rendered. */
  rendered: readonly string[]
  files: Map<string, Buffer>
}

/** Makes an edition of a site as `lampstand build` does, in this process and without Eleventy between. */
export async function buildSite(
  folder: string,
  options: Partial<BuildOptions> & { work?: string } = {},
): Promise<BuiltSite> {
  const all: BuildOptions = {
    content: join(folder, 'content'),
    public: join(folder, 'public'),
    layouts: join(root, 'layouts'),
    workFolder: join(folder, '.lampstand'),
    cwd: folder,
    now: noon,
    audience: 'public',
    out: join(folder, 'site'),
    version: currentCodeVersion,
    inPlace: false,
    ...options,
  }
  const make = async (): Promise<BuiltSite> => {
    const archive = openBuildCache(all.workFolder, all.version, false)
    try {
      const edition = await Build.open(all, archive)
      for (const url of edition.outputs) {
        const file = join(edition.staging, outputFile(url))
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, await edition.render(url))
      }
      const { changes } = edition.close()
      return { changes, rendered: edition.outputs, files: readFiles(all.out) }
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
