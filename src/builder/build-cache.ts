import type { Cache } from '../cache/cache.ts'
import { cacheFolder, clearCache, openFolderCache } from '../cache/folder-cache.ts'
import type { OutputManifest } from './output-manifest.ts'
import type { PreparedSite } from './prepared-site.ts'

/** The state that a builder carries from one build to the next. */
export class BuildCache {
  /** The last build of a preview. Nothing else writes to a preview's folder, so it need not be read again. */
  last: { prepared: PreparedSite; manifest: OutputManifest } | undefined
  private documentCache: Cache

  private constructor(
    private readonly folder: string,
    private readonly version: string,
  ) {
    this.documentCache = openFolderCache(folder, version)
  }

  /**
   * Opens the cache in a folder.
   *
   * @param version the version of the compiler
   * @param preview true for a preview's own cache: it runs for hours beside builds
   */
  static open(parent: string, version: string, preview: boolean): BuildCache {
    return new BuildCache(cacheFolder(parent, preview), version)
  }

  /** The compiled documents. */
  get documents(): Cache {
    return this.documentCache
  }

  /** Empties the cache after damage. */
  clear(): void {
    this.documentCache.close()
    clearCache(this.folder)
    this.documentCache = openFolderCache(this.folder, this.version)
  }

  close(): void {
    this.documentCache.close()
  }
}
