import { join } from 'node:path'
import { basePath, outputFile, type UrlPath } from '../newsroom/url-path.ts'
import type { Problem } from '../problems/problem.ts'
import type { CustomFileSource } from '../site/custom-file.ts'
import type { OnProgress } from './build-options.ts'
import type { Builder, BuildResult, OpenBuild } from './builder.ts'
import type { RenderSession } from './render-session.ts'

/** One build of a site, rendered in batches. */
export class BuildSession implements RenderSession {
  readonly inPlace = false
  transforms?: { problems: Problem[] }
  private build: OpenBuild | undefined
  private rendered = 0
  /** True from the first `begin` until the build is closed or abandoned. */
  private isOpen = false
  private closed: BuildResult | undefined

  /** @param batchSize the number of outputs that `begin` returns at most */
  constructor(
    private readonly builder: Builder,
    private readonly batchSize = Number.POSITIVE_INFINITY,
    private readonly onProgress: OnProgress = () => {},
  ) {}

  get workFolder(): string {
    return this.builder.workFolder
  }

  /** True if there are batches left to render. */
  get hasMore(): boolean {
    return this.build !== undefined && this.rendered < this.build.outputs.length
  }

  /** The outcome; undefined as long as there are batches to render. */
  get result(): BuildResult | undefined {
    return this.closed
  }

  get base(): string {
    return basePath(this.closed?.siteUrl ?? '')
  }

  /** The files that are written before the build ends. */
  get outputFiles(): readonly string[] {
    return (this.build?.outputs ?? []).map((url) => this.permalink(url))
  }

  async begin(customFiles?: CustomFileSource): Promise<readonly UrlPath[]> {
    this.build ??= await this.builder.open(customFiles)
    this.isOpen = true
    return this.build.outputs.slice(this.rendered, this.rendered + this.batchSize)
  }

  async render(url: UrlPath): Promise<Buffer> {
    const { build } = this
    if (build === undefined) throw new Error('a build must be opened first')
    this.onProgress('Pages', ++this.rendered, build.outputs.length)
    return build.render(url)
  }

  permalink(url: UrlPath): string {
    return this.build === undefined ? url : join(this.build.staging, outputFile(url))
  }

  async end(): Promise<void> {
    if (this.hasMore) return
    this.isOpen = false
    this.closed = await this.build?.close(this.transforms)
  }

  /** Gives up a build that could not be written: the site stays as it was. */
  abandon(): void {
    if (this.isOpen) this.build?.abandon?.()
    this.isOpen = false
  }
}
