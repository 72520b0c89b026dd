import type { UrlPath } from '../newsroom/url-path.ts'
import type { Problem } from '../problems/problem.ts'
import type { CustomFileSource } from '../site/custom-file.ts'
import type { FileChanges } from './write-output.ts'

/** Builds a site any number of times, in this process or in a worker thread. */
export interface Builder {
  /** The folder for everything that makes the next build quicker. */
  readonly workFolder: string
  /**
   * Prepares and checks the site and finds the outputs to render. Starts over if the cache turns out to be damaged.
   *
   * @param customFiles makes the files that the outlet adds by code
   * @throws ProblemsError if the content has errors
   * @throws UnsafeOutputError if the output folder holds something else than a site, or another build writes to it
   */
  open(customFiles?: CustomFileSource): Promise<OpenBuild>
}

/** A build between `open` and `close`: its outputs can be rendered. */
export interface OpenBuild {
  /** The outputs to render and write to `staging`. */
  readonly outputs: readonly UrlPath[]
  readonly staging: string
  /** Renders an output as UTF-8; empty if that failed, which `close` throws. */
  render(url: UrlPath): Promise<Buffer>
  /**
   * Moves the written files to their place.
   *
   * @param transforms the outcome of transforms; undefined if the files hold what `render` returned
   * @returns undefined for a build of a single page
   * @throws ProblemsError if an output could not be rendered; the site stays as it was
   * @throws DamagedCacheError if the cache was damaged; it is empty now, and the site can be built again
   */
  close(transforms?: TransformOutcome): BuildResult | Promise<BuildResult> | undefined
  /** Gives up a build whose files could not be written; the site stays as it was. */
  abandon?(): void
}

/** The outcome of transforms, which changed outputs after they were rendered. */
export interface TransformOutcome {
  problems: readonly Problem[]
}

/** The outcome of a build. */
export interface BuildResult {
  /** The URL of the site. */
  siteUrl: string
  changes: FileChanges
  /** Warnings. */
  problems: readonly Problem[]
  /** When the site changes next without a change of the content, in milliseconds since 1970; undefined if never. */
  nextChange: number | undefined
  counts: {
    articles: number
    /** The articles that readers do not see; zero except in previews. */
    unpublished: number
    outputs: number
    pages: number
    feeds: number
  }
}
