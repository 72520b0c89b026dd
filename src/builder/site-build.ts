import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DamagedCacheError } from '../cache/damaged-cache-error.ts'
import { tuneV8ForLargeBuild } from '../compile/tune-v8.ts'
import { outputFile, type UrlPath } from '../newsroom/url-path.ts'
import { isHtmlPage } from '../pages/output.ts'
import { fileStart, type Problem, ProblemsError, sortProblems } from '../problems/problem.ts'
import type { BuildCache } from './build-cache.ts'
import type { BuildOptions } from './build-options.ts'
import type { BuildResult, OpenBuild, TransformOutcome } from './builder.ts'
import { type ChangedOutputs, findChangedOutputs } from './changed-outputs.ts'
import { findThirdParties } from './checked-renderer.ts'
import { writeNextChange } from './next-change-file.ts'
import { assertReplaceable, lockOutput, openStaging } from './output-folder.ts'
import { markIncomplete } from './output-manifest.ts'
import { prepareSite } from './prepare-site.ts'
import type { PreparedSite } from './prepared-site.ts'
import { copyStaticFiles, removeOutputs, removeUnlisted, writeOutputs } from './write-output.ts'

/** The number of outputs to render from which tuning V8 pays. */
const largeBuild = 1000

/**
 * One build of a site: renders the outputs that changed, and moves them to their place after its caller wrote them.
 */
export class SiteBuild implements OpenBuild {
  private readonly failures: Problem[] = []
  private damage: DamagedCacheError | undefined
  /** The sizes of the new files in bytes. */
  private readonly sizes = new Map<UrlPath, number>()

  private constructor(
    private readonly prepared: PreparedSite,
    private readonly changed: ChangedOutputs,
    private readonly options: BuildOptions,
    private readonly cache: BuildCache,
    readonly staging: string,
    private readonly unlockOutput: () => void,
  ) {}

  /**
   * Prepares and checks everything, and finds the outputs that changed.
   *
   * @throws ProblemsError
   * @throws DamagedCacheError if the cache was damaged; it is empty now, and the build can be opened again
   * @throws UnsafeOutputError if the output folder holds something else than a site, or another build writes to it
   */
  static async open(options: BuildOptions, cache: BuildCache): Promise<SiteBuild> {
    const { out, inPlace, version, workFolder, missing } = options
    const sources = [options.content, options.layouts, options.public, ...(options.protectedFolders ?? [])]
    if (!inPlace) assertReplaceable(out, sources)
    const unlockOutput = inPlace ? () => {} : lockOutput(out)
    try {
      const prepared = await prepareSite({ ...options, cache: cache.documents })
      const last = inPlace && existsSync(join(out, 'index.html')) ? cache.last : undefined
      const changed = findChangedOutputs(prepared, out, workFolder, version.code, {
        manifest: last?.manifest,
        missing: last === undefined ? await missing : [],
      })
      if (changed.outputs.length >= largeBuild) tuneV8ForLargeBuild()
      // Until this build is closed, the contents of the folder are unknown.
      cache.last = undefined
      if (inPlace) markIncomplete(out)
      return new SiteBuild(prepared, changed, options, cache, inPlace ? out : openStaging(out), unlockOutput)
    } catch (error) {
      unlockOutput()
      if (error instanceof DamagedCacheError) cache.clear()
      throw error
    }
  }

  get outputs(): readonly UrlPath[] {
    return this.changed.outputs
  }

  /** Renders an output. Failures are thrown by `close`, all at once. */
  async render(url: UrlPath): Promise<Buffer> {
    try {
      const bytes = Buffer.from(await this.prepared.render(url, this.changed.onRender))
      this.sizes.set(url, bytes.length)
      return bytes
    } catch (error) {
      if (error instanceof DamagedCacheError) this.damage = error
      else if (error instanceof ProblemsError) this.failures.push(...error.problems)
      else throw error
      return Buffer.alloc(0)
    }
  }

  close(transforms?: TransformOutcome): BuildResult {
    try {
      if (transforms !== undefined) this.checkTransformed(transforms)
      this.throwFailures()
      return this.publish()
    } finally {
      this.unlockOutput()
    }
  }

  abandon(): void {
    this.discardStaging()
    this.unlockOutput()
  }

  private discardStaging(): void {
    if (!this.options.inPlace) rmSync(this.staging, { recursive: true, force: true })
  }

  /** Measures and checks the outputs again, as transforms left them. */
  private checkTransformed({ problems }: TransformOutcome): void {
    this.failures.push(...problems)
    if (this.failures.length > 0 || this.damage !== undefined) return
    const { outputs, site } = this.prepared
    for (const url of this.outputs) {
      const bytes = readFileSync(join(this.staging, outputFile(url)))
      this.sizes.set(url, bytes.length)
      const output = outputs.get(url)
      const findings = output === undefined ? [] : findThirdParties(output, bytes.toString(), site.outlet)
      this.failures.push(...findings.map((finding) => ({ ...finding, file: '.eleventy.ts', ...fileStart })))
    }
  }

  private throwFailures(): void {
    const { damage, failures, prepared } = this
    if (damage === undefined && failures.length === 0) return
    this.discardStaging()
    if (damage === undefined) throw new ProblemsError(sortProblems([...prepared.problems, ...failures]))
    this.cache.clear()
    throw damage
  }

  private publish(): BuildResult {
    const { prepared, changed, staging } = this
    const { out, inPlace, workFolder } = this.options
    copyStaticFiles(staging, changed.staticFiles)
    const written = [...changed.outputs, ...changed.staticFiles.map(({ url }) => url)]
    const all = [...prepared.outputs.keys(), ...prepared.staticFiles.map(({ url }) => url)]
    for (const { url } of changed.staticFiles) this.sizes.set(url, statSync(join(staging, outputFile(url))).size)
    markIncomplete(out)
    const changes = inPlace
      ? {
          added: 0,
          changed: written.length,
          removed: changed.removed === undefined ? removeUnlisted(out, all) : removeOutputs(out, changed.removed),
        }
      : writeOutputs(staging, out, written, changed.removed, all)
    const manifest = changed.record(this.sizes)
    if (inPlace) this.cache.last = { prepared, manifest }
    else {
      this.cache.close()
      writeNextChange(workFolder, prepared.nextChange)
    }
    return {
      siteUrl: prepared.site.outlet.url,
      changes,
      problems: prepared.problems,
      nextChange: prepared.nextChange,
      counts: countOutputs(prepared),
    }
  }
}

function countOutputs({ site, outputs }: PreparedSite): BuildResult['counts'] {
  const all = [...outputs.values()]
  return {
    articles: site.articles.length,
    unpublished: site.articles.filter(({ publication }) => publication.state !== 'published').length,
    outputs: all.length,
    pages: all.filter((output) => isHtmlPage(output) && output.layout !== 'redirect').length,
    feeds: all.filter(({ layout }) => layout === 'rss').length,
  }
}
