import type { Worker } from 'node:worker_threads'
import { type ContentScan, scanContent } from '../content/scan.ts'
import { codeVersion } from '../fingerprint/code-version.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { CustomFileSource } from '../site/custom-file.ts'
import { isAccessError } from './access-error.ts'
import type { BuilderOptions } from './build-options.ts'
import { BuildProxy } from './build-proxy.ts'
import type { Builder, OpenBuild } from './builder.ts'
import { findMissingOutputs, readManifest } from './output-manifest.ts'
import { retryOnDamagedCache } from './retry-on-damaged-cache.ts'
import { WorkerConnection } from './worker-connection.ts'

/** Builds a site in a worker thread, while this thread loads Eleventy and writes files. */
export class WorkerBuilder implements Builder {
  private readonly connection: WorkerConnection
  /** The build that `start` opened ahead of `open`. */
  private started: Promise<OpenBuild> | undefined

  /** @param worker a thread that runs build-worker.ts */
  constructor(
    worker: Worker,
    private readonly options: BuilderOptions,
  ) {
    const { root, cacheParent, onProgress = () => {} } = options
    this.connection = new WorkerConnection(worker, onProgress)
    // This thread hashes the sources while the worker loads them.
    this.connection.notify({ type: 'cache', cacheParent, version: codeVersion(root) })
  }

  get workFolder(): string {
    return this.options.workFolder
  }

  /** Starts a build ahead of `open`: loading Eleventy leaves this thread no time, and Eleventy is needed last. */
  async start(): Promise<void> {
    const scan = await this.scan()
    this.started = this.openInWorker(scan)
    this.started.catch(() => {}) // `open` throws it
  }

  open(customFiles?: CustomFileSource): Promise<OpenBuild> {
    return retryOnDamagedCache(async () => {
      const build = this.started ?? this.openInWorker(await this.scan())
      build.catch(() => {}) // returned below, unless the custom files fail first
      this.started = undefined
      this.connection.notify({ type: 'custom files', ...(await customFiles?.()) })
      return build
    })
  }

  /** Ends the worker, whatever it is doing. */
  end(): Promise<void> {
    return this.connection.end()
  }

  private scan() {
    return scanContent(this.options.content, this.options.workFolder)
  }

  private async openInWorker({ saveStats, ...scan }: ContentScan & { saveStats(): void }): Promise<OpenBuild> {
    const { root, cacheParent, onProgress, layoutOverrides, now, ...options } = this.options
    const open = { ...options, now: now(), scan }
    const opened = this.connection.request({ type: 'open', options: open, awaitMessages: true }, 'opened')
    opened.catch(() => {}) // this thread may fail first
    this.connection.notify({ type: 'missing', missing: this.findMissing(saveStats) })
    const { staging, outputs } = await opened
    return new BuildProxy(this.connection, staging, outputs)
  }

  /** Finds missing files while the worker prepares the site, which needs them late. */
  private findMissing(saveStats: () => void): UrlPath[] {
    const { out, workFolder } = this.options
    try {
      saveStats()
    } catch (error) {
      // The worker needs the folder too, and its failure is the one to report.
      if (!isAccessError(error, workFolder)) throw error
    }
    return findMissingOutputs(readManifest(workFolder, out), out)
  }
}
