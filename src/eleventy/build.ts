import type { OnProgress } from '../builder/build-options.ts'
import { BuildSession } from '../builder/build-session.ts'
import type { Builder, BuildResult } from '../builder/builder.ts'
import { retryOnDamagedCache } from '../builder/retry-on-damaged-cache.ts'
import { createEleventy } from './create-eleventy.ts'

/** The number of outputs per pass. Eleventy keeps what it rendered until its write ends, 90 KB a page. */
const batchSize = 150

/**
 * Builds a site once, with Eleventy as the renderer. Starts over if the cache turns out to be damaged.
 *
 * @param out the output folder, absolute
 * @param bundleFolder the folder of the bundled code, from the working folder; undefined if the sources run
 */
export function buildWithEleventy(
  builder: Builder,
  out: string,
  bundleFolder: string | undefined,
  onProgress: OnProgress,
): Promise<BuildResult> {
  return retryOnDamagedCache(async () => {
    const session = new BuildSession(builder, batchSize, onProgress)
    const eleventy = await createEleventy(session, out, bundleFolder, 'build')
    await eleventy.write()
    while (session.hasMore) {
      await eleventy.restart()
      await eleventy.init()
      await eleventy.write()
    }
    if (session.result === undefined) throw new Error('Eleventy ended without a site')
    return session.result
  })
}
