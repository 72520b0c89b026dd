import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Cache, cacheFolder, emptyCache, folderCache } from '../cache/cache.ts'
import { DamagedCache } from '../cache/damaged-cache.ts'
import { tuneV8ForLargeBuild } from '../compile/tune-v8.ts'
import { outputFile, type UrlPath } from '../newsroom/url-path.ts'
import { isHtmlPage } from '../pages/output.ts'
import { type Problem, ProblemsFound, sortProblems } from '../problems/problem.ts'
import { type ChangedOutputs, findChangedOutputs } from './changed-outputs.ts'
import type { CodeVersion } from './code-version.ts'
import { assertReplaceable, lockOutput, openStaging } from './output-folder.ts'
import { markIncomplete, type OutputManifest } from './output-manifest.ts'
import { type PreparedSite, type PrepareOptions, prepareSite } from './prepare.ts'
import { copyFiles, type FileChanges, removeOutputs, removeUnlisted, writeOutputs } from './write-output.ts'

/** An edition that was opened, here or in a thread of its own. */
export interface OpenBuild {
  /** The outputs that are to be rendered and written to `staging`. */
  readonly outputs: readonly UrlPath[]
  readonly staging: string
  /** The text of an output as UTF-8. */
  render(url: UrlPath): Promise<Buffer>
  /** Moves what was written to its place; says what the edition came to, where it is a whole one. */
  close(): BuildResult | Promise<BuildResult> | undefined
}

/** What an edition came to. */
export interface BuildResult {
  changes: FileChanges
  /** Warnings. */
  problems: readonly Problem[]
  counts: {
    articles: number
    /** Those of them that readers do not see; only previews have any. */
    waiting: number
    outputs: number
    pages: number
    feeds: number
  }
}

export interface BuildOptions extends Omit<PrepareOptions, 'cache'> {
  /** The folder of the published site, absolute. */
  out: string
  version: CodeVersion
  /** What was published and is no longer there as it was recorded, where somebody is looking. */
  missing?: Promise<readonly UrlPath[]> | undefined
  /** Folders that the site must not take the place of, besides those of the press. */
  protectedFolders?: readonly string[] | undefined
  /** Whether outputs are written straight to their place, and not only when all of them are there. */
  inPlace: boolean
}

/** What an editor keeps from one edition to the next. */
export interface BuildCache {
  folder: string
  cache: Cache
  /** What a preview made last, and what stands in its folder, to which nobody else writes. */
  last?: { press: PreparedSite; ledger: OutputManifest } | undefined
}

/** Opens what was kept in the working folder; a preview, which runs for hours, keeps its own. */
export function openBuildCache(workFolder: string, version: CodeVersion, direct: boolean): BuildCache {
  const folder = cacheFolder(workFolder, direct)
  return { folder, cache: folderCache(folder, version.compiler) }
}

/** So many outputs are a good part of an archive. */
const manyOutputs = 1000

function clearBuildCache(archive: BuildCache, version: CodeVersion): void {
  archive.cache.close()
  emptyCache(archive.folder)
  archive.cache = folderCache(archive.folder, version.compiler)
}

/**
 * One edition of a site, from content to its folder: what has changed is rendered, by whoever asks for `outputs`, and moved to its
 * place when it is closed.
 */
export class Build implements OpenBuild {
  private readonly failures: Problem[] = []
  private damage: DamagedCache | undefined
  /** How many bytes everything has that is new. */
  private readonly sizes = new Map<UrlPath, number>()

  private constructor(
    readonly press: PreparedSite,
    private readonly plan: ChangedOutputs,
    private readonly options: BuildOptions,
    private readonly archive: BuildCache,
    /** Where outputs are to be written. */
    readonly staging: string,
    /** Lets the folder of the site go. */
    private readonly release: () => void,
  ) {}

  /**
   * Prepares and checks everything, and finds out what has changed.
   *
   * @throws ProblemsFound
   * @throws DamagedCache where what was kept is not what it was; it has been emptied, and the edition can be opened again
   * @throws UnsafeOutput where the folder of the site holds something else, or another build writes to it
   */
  static async open(options: BuildOptions, archive: BuildCache): Promise<Build> {
    const { out, inPlace, version, workFolder, missing } = options
    if (!inPlace)
      assertReplaceable(out, [options.content, options.layouts, options.public, ...(options.protectedFolders ?? [])])
    const release = inPlace ? () => {} : lockOutput(out)
    try {
      const press = await prepareSite({ ...options, cache: archive.cache })
      const known = inPlace && existsSync(join(out, 'index.html')) ? archive.last : undefined
      const plan = findChangedOutputs(press, out, workFolder, version.code, {
        ledger: known?.ledger,
        lost: known === undefined ? await missing : [],
      })
      if (plan.outputs.length >= manyOutputs) tuneV8ForLargeBuild()
      if (inPlace) markIncomplete(out)
      return new Build(press, plan, options, archive, inPlace ? out : openStaging(out), release)
    } catch (error) {
      release()
      if (error instanceof DamagedCache) clearBuildCache(archive, version)
      throw error
    }
  }

  /** The outputs that are to be rendered and written to `staging`. */
  get outputs(): readonly UrlPath[] {
    return this.plan.outputs
  }

  /** Renders an output; what fails is told when the edition is closed, so that every failure is told at once. */
  async render(url: UrlPath): Promise<Buffer> {
    try {
      const bytes = Buffer.from(await this.press.render(url, this.plan.rendered))
      this.sizes.set(url, bytes.length)
      return bytes
    } catch (error) {
      if (error instanceof DamagedCache) this.damage = error
      else if (error instanceof ProblemsFound) this.failures.push(...error.problems)
      else throw error
      return Buffer.alloc(0)
    }
  }

  /**
   * Moves what was written to its place and records it.
   *
   * @throws ProblemsFound where an output could not be rendered; the published site is as it was
   * @throws DamagedCache where what was kept is not what it was; it has been emptied, and the edition can be opened again
   */
  close(): BuildResult {
    try {
      return this.finish()
    } finally {
      this.release()
    }
  }

  private finish(): BuildResult {
    const { press, plan, staging } = this
    const { out, inPlace, version } = this.options
    if (!inPlace && (this.damage !== undefined || this.failures.length > 0))
      rmSync(staging, { recursive: true, force: true })
    if (this.damage !== undefined) {
      clearBuildCache(this.archive, version)
      throw this.damage
    }
    if (this.failures.length > 0) throw new ProblemsFound(sortProblems([...press.problems, ...this.failures]))
    copyFiles(staging, plan.copies)
    const staged = [...plan.outputs, ...plan.copies.map(({ url }) => url)]
    const all = [...press.outputs.keys(), ...press.copies.map(({ url }) => url)]
    for (const { url } of plan.copies) this.sizes.set(url, statSync(join(staging, outputFile(url))).size)
    markIncomplete(out)
    const changes = inPlace
      ? {
          added: 0,
          changed: staged.length,
          removed: plan.gone === undefined ? removeUnlisted(out, all) : removeOutputs(out, plan.gone),
        }
      : writeOutputs(staging, out, staged, plan.gone, all)
    const ledger = plan.record(this.sizes)
    if (inPlace) this.archive.last = { press, ledger }
    else this.archive.cache.close()
    return { changes, problems: press.problems, counts: countOutputs(press) }
  }
}

function countOutputs({ site, outputs }: PreparedSite): BuildResult['counts'] {
  const all = [...outputs.values()]
  return {
    articles: site.articles.length,
    waiting: site.articles.filter(({ publication }) => publication.state !== 'published').length,
    outputs: all.length,
    pages: all.filter((output) => isHtmlPage(output) && output.layout !== 'redirect').length,
    feeds: all.filter(({ layout }) => layout === 'rss').length,
  }
}
