import type { UrlPath } from '../newsroom/url-path.ts'
import type { BuildResult, OpenBuild, TransformOutcome } from './builder.ts'
import type { WorkerConnection } from './worker-connection.ts'

/** The number of outputs that the worker renders ahead of `render`. */
const ahead = 150
const batchSize = 20

/** A build that was opened in the build worker. The worker renders ahead, in the order of `outputs`. */
export class BuildProxy implements OpenBuild {
  private readonly rendered = new Map<UrlPath, Promise<Buffer>>()
  private requested = 0
  private taken = 0

  constructor(
    private readonly connection: WorkerConnection,
    readonly staging: string,
    readonly outputs: readonly UrlPath[],
  ) {
    this.renderAhead()
  }

  async render(url: UrlPath): Promise<Buffer> {
    // Outputs are mostly taken in order; to take one out of order, everything before it is rendered first.
    while (!this.rendered.has(url) && this.requested < this.outputs.length) {
      this.taken = this.requested
      this.renderAhead()
    }
    const text = await this.rendered.get(url)
    if (text === undefined) throw new Error(`nothing is to be rendered at ${url}`)
    this.rendered.delete(url)
    this.taken++
    this.renderAhead()
    return text
  }

  async close(transforms?: TransformOutcome): Promise<BuildResult> {
    return (await this.connection.request({ type: 'close', transforms }, 'closed')).result
  }

  private renderAhead(): void {
    while (this.requested < this.outputs.length && this.requested - this.taken < ahead) {
      const urls = this.outputs.slice(this.requested, this.requested + batchSize)
      const batch = this.connection.request({ type: 'render', urls }, 'rendered')
      for (const [index, url] of urls.entries()) {
        const text = batch.then(({ bytes, ends }) =>
          Buffer.from(bytes.buffer).subarray(ends[index - 1] ?? 0, ends[index]),
        )
        text.catch(() => {}) // `render` throws it
        this.rendered.set(url, text)
      }
      this.requested += urls.length
    }
  }
}
