import type { UrlPath } from '../newsroom/url-path.ts'
import type { Problem } from '../problems/problem.ts'
import type { CustomFileSource } from '../site/custom-file.ts'

/** A series of builds, driven by a renderer such as Eleventy, which writes files by URL. */
export interface RenderSession {
  /** True for a preview, which writes to the output folder; a build stages its files elsewhere. */
  readonly inPlace: boolean
  /** The folder for everything that makes the next build quicker. */
  readonly workFolder: string
  /** The outcome of the transforms that change outputs after `render`; undefined if there are none. */
  transforms?: { problems: Problem[] }
  /**
   * Opens a build, or goes on with one that is open.
   *
   * @param customFiles makes the files that the outlet adds by code
   * @returns the URLs to render and write now
   */
  begin(customFiles?: CustomFileSource): Promise<readonly UrlPath[]>
  render(url: UrlPath): Promise<string | Buffer>
  /** Returns the file to write an output to: an absolute path, or a URL below the output folder. */
  permalink(url: UrlPath): string
  /** Closes the build, if everything is written. */
  end(): Promise<void>
  /** The folder of the host that the site of the last build stands in; empty at the root of the host, and before a build. */
  readonly base?: string
  /** Receives the files that were saved since the last build. */
  onSaved?(files: readonly string[]): void
}
