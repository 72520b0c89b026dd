import { DamagedCacheError } from '../cache/damaged-cache-error.ts'
import { codeVersion } from '../fingerprint/code-version.ts'
import type { CustomFileSource } from '../site/custom-file.ts'
import { BuildCache } from './build-cache.ts'
import type { BuilderOptions, BuildOptions } from './build-options.ts'
import type { Builder, OpenBuild } from './builder.ts'
import type { PreparedSite } from './prepared-site.ts'
import { retryOnDamagedCache } from './retry-on-damaged-cache.ts'

/** Builds a site in this thread. */
export class SiteBuilder implements Builder {
  private state: { version: BuildOptions['version']; cache: BuildCache } | undefined

  constructor(readonly options: BuilderOptions) {}

  /** The options of a build that begins now. */
  get buildOptions(): BuildOptions {
    return { ...this.options, now: this.options.now(), version: this.opened.version }
  }

  get workFolder(): string {
    return this.options.workFolder
  }

  get cache(): BuildCache {
    return this.opened.cache
  }

  /**
   * Prepares and checks the site, and writes nothing of it.
   *
   * @throws ProblemsError
   */
  async prepare(customFiles?: CustomFileSource): Promise<PreparedSite> {
    const { prepareSite } = await import('./prepare-site.ts')
    const { cache } = this
    return retryOnDamagedCache(async () => {
      try {
        return await prepareSite({ ...this.buildOptions, customFiles, cache: cache.documents })
      } catch (error) {
        if (error instanceof DamagedCacheError) cache.clear()
        throw error
      }
    })
  }

  async open(customFiles?: CustomFileSource): Promise<OpenBuild> {
    // Most of the code is behind this import: it loads only where a build runs.
    const { SiteBuild } = await import('./site-build.ts')
    return retryOnDamagedCache(() => SiteBuild.open({ ...this.buildOptions, customFiles }, this.cache))
  }

  /** Opened on first use, so that errors of the disk are errors of the build. */
  private get opened() {
    const { root, cacheParent, inPlace } = this.options
    if (this.state === undefined) {
      const version = codeVersion(root)
      this.state = { version, cache: BuildCache.open(cacheParent, version.compiler, inPlace) }
    }
    return this.state
  }
}
