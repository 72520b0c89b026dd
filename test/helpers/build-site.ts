import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BuildCache } from '../../src/builder/build-cache.ts'
import type { BuildOptions } from '../../src/builder/build-options.ts'
import { retryOnDamagedCache } from '../../src/builder/retry-on-damaged-cache.ts'
import { SiteBuild } from '../../src/builder/site-build.ts'
import type { FileChanges } from '../../src/builder/write-output.ts'
import { codeVersion } from '../../src/fingerprint/code-version.ts'
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

/** Builds a site as `lampstand build` does, in this process and without Eleventy. */
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
  return retryOnDamagedCache(async () => {
    const cache = BuildCache.open(all.workFolder, all.version.compiler, false)
    try {
      const build = await SiteBuild.open(all, cache)
      for (const url of build.outputs) {
        const file = join(build.staging, outputFile(url))
        mkdirSync(dirname(file), { recursive: true })
        writeFileSync(file, await build.render(url))
      }
      const { changes } = build.close()
      return { changes, rendered: build.outputs, files: readFiles(all.out) }
    } finally {
      cache.close()
    }
  })
}
