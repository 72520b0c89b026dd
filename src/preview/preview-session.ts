import { existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { BuildResult, OpenBuild } from '../builder/builder.ts'
import type { RenderSession } from '../builder/render-session.ts'
import type { SiteBuilder } from '../builder/site-builder.ts'
import { DamagedCacheError } from '../cache/damaged-cache-error.ts'
import { resolveDisplayPath } from '../content/display-path.ts'
import { basePath, type UrlPath } from '../newsroom/url-path.ts'
import { failureText, rootCause } from '../problems/failure-text.ts'
import { type Problem, ProblemsError } from '../problems/problem.ts'
import { reportText } from '../problems/report-text.ts'
import { splitLines } from '../problems/split-lines.ts'
import type { CustomFileSource } from '../site/custom-file.ts'
import { errorPage } from './error-page.ts'
import { RebuildScheduler } from './rebuild-scheduler.ts'
import { recordProblems, recordRebuild } from './status-files.ts'

/** Receives the outcome of each build of a preview. */
export interface PreviewReporter {
  onBuilt?(result: BuildResult): void
  /** Receives the problems that prevented a build. */
  onProblems?(problems: readonly Problem[]): void
  /** Receives any other error that prevented a build. */
  onFailure?(error: unknown): void
}

/**
 * The builds of a preview, which goes on whatever happens: problems show in an overlay in the browser, over the pages
 * of the last good build. A build of one saved story is quick, and a full build follows.
 */
export class PreviewSession implements RenderSession {
  readonly inPlace = true
  transforms?: { problems: Problem[] }
  private readonly scheduler: RebuildScheduler
  private build: OpenBuild | undefined
  /** The saved file, during a quick rebuild. */
  private quickFile: string | undefined
  private hasProblems = false
  /** True while a build repeats because the cache was damaged. */
  private isRepairing = false
  /** True after the first build: from then on, there may be browsers. */
  private isRunning = false
  private lastReported: unknown
  base = ''

  /** @param requestBuild requests a build as if the file had been saved; without it no build is quick */
  constructor(
    private readonly builder: SiteBuilder,
    private readonly reporter: PreviewReporter,
    private readonly requestBuild?: (file: string) => void,
  ) {
    this.scheduler = new RebuildScheduler(requestBuild)
  }

  get workFolder(): string {
    return this.builder.workFolder
  }

  onSaved(files: readonly string[]): void {
    this.scheduler.onSaved(files)
  }

  async begin(customFiles?: CustomFileSource): Promise<readonly UrlPath[]> {
    const { out } = this.builder.options
    this.build = undefined
    try {
      this.build = await this.open(customFiles)
      this.hasProblems = false
      recordProblems(out, '')
      return this.build.outputs
    } catch (error) {
      this.fail(error)
      return existsSync(join(out, 'index.html')) ? [] : ['/']
    }
  }

  async render(url: UrlPath): Promise<string | Buffer> {
    const { layouts } = this.builder.options
    if (this.build === undefined) return errorPage(layouts)
    const text = await this.build.render(url)
    // An empty page failed; closing the build reports why.
    return text.length === 0 && url.endsWith('/') ? errorPage(layouts) : text
  }

  permalink(url: UrlPath): string {
    return url
  }

  async end(): Promise<void> {
    if (this.build !== undefined) await this.close(this.build)
    this.isRunning = true
  }

  /** Reports an error in the terminal and in the browser, unless it was the last to be reported. */
  report(error: unknown): void {
    if (rootCause(error) === this.lastReported) return
    this.lastReported = rootCause(error)
    const { content, cwd, out } = this.builder.options
    if (error instanceof ProblemsError) {
      this.reporter.onProblems?.(error.problems)
      const lines = (file: string) => readLines(resolveDisplayPath(file, content, cwd))
      recordProblems(out, reportText(error.problems, lines, false))
    } else {
      this.reporter.onFailure?.(error)
      recordProblems(out, failureText(error))
    }
  }

  /** @throws the error if Eleventy must tell browsers to reload, or if Eleventy is the only one to log it */
  private fail(error: unknown): void {
    this.hasProblems = true
    this.report(error)
    const isReported = error instanceof ProblemsError || this.reporter.onFailure !== undefined
    if (this.isRunning || !isReported) throw error
  }

  private async open(customFiles?: CustomFileSource): Promise<OpenBuild> {
    const file = this.scheduler.takeSavedFile()
    const path = file === undefined ? undefined : this.contentPath(file)
    this.quickFile = undefined
    // A quick rebuild would hide the problems that the full build after it shows again.
    if (path !== undefined && !this.hasProblems) {
      const { QuickRebuild } = await import('./quick-rebuild.ts')
      const { buildOptions, cache } = this.builder
      // A failure here is one of the full build too, which reports it.
      const quickRebuild = await QuickRebuild.open(path, buildOptions, cache).catch(() => undefined)
      if (quickRebuild !== undefined) {
        this.quickFile = file
        return quickRebuild
      }
    }
    return this.builder.open(customFiles)
  }

  private async close(build: OpenBuild): Promise<void> {
    const { content, out } = this.builder.options
    try {
      const result = await build.close(this.transforms)
      this.isRepairing = false
      recordRebuild(out)
      if (result !== undefined) {
        this.base = basePath(result.siteUrl)
        this.reporter.onBuilt?.(result)
      }
      if (this.quickFile !== undefined) this.scheduler.scheduleFullBuild(this.quickFile)
    } catch (error) {
      if (!(error instanceof DamagedCacheError) || this.requestBuild === undefined || this.isRepairing)
        return this.fail(error)
      // The cache is empty now: the next build compiles everything again.
      this.isRepairing = true
      this.requestBuild(content)
    }
  }

  /**
   * Returns the path of a saved file below the content folder. Eleventy strips the slash from the front of absolute
   * paths.
   */
  private contentPath(file: string): string | undefined {
    const { root, content } = this.builder.options
    return [resolve(root, file), resolve('/', file)]
      .map((path) => relative(content, path).replaceAll('\\', '/'))
      .find((path) => !path.startsWith('..'))
  }
}

function readLines(path: string): string[] | undefined {
  try {
    return splitLines(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
