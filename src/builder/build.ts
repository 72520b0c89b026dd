import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isLayout } from '../../layouts/layouts.ts'
import { type Cache, cacheFolder, emptyCache, folderCache } from '../cache/cache.ts'
import { DamagedCache } from '../cache/damaged-cache.ts'
import { suitLargeBuild } from '../compile/tune-v8.ts'
import { type Address, fileOf } from '../newsroom/url-path.ts'
import { type Problem, ProblemsFound, sortProblems } from '../problems/problem.ts'
import { type Plan, planOf } from './changed-outputs.ts'
import type { Version } from './code-version.ts'
import { assertReplaceable, holdOutput, openStaging } from './output-folder.ts'
import { breakSeal, type Ledger } from './output-manifest.ts'
import { type Press, type PressOptions, preparePress } from './prepare.ts'
import { type Changes, copyFiles, publish, remove, sweep } from './write-output.ts'

/** An edition that was opened, here or in a thread of its own. */
export interface OpenEdition {
  /** The outputs that are to be rendered and written to `staging`. */
  readonly outputs: readonly Address[]
  readonly staging: string
  /** The text of an output as UTF-8. */
  render(url: Address): Promise<Buffer>
  /** Moves what was written to its place; says what the edition came to, where it is a whole one. */
  close(): Built | Promise<Built> | undefined
}

/** What an edition came to. */
export interface Built {
  changes: Changes
  /** Warnings. */
  problems: readonly Problem[]
  count: {
    articles: number
    /** Those of them that readers do not see; only previews have any. */
    waiting: number
    outputs: number
    pages: number
    feeds: number
  }
}

export interface EditionOptions extends Omit<PressOptions, 'cache'> {
  /** The folder of the published site, absolute. */
  out: string
  version: Version
  /** What was published and is no longer there as it was recorded, where somebody is looking. */
  lost?: Promise<readonly Address[]> | undefined
  /** Folders that the site must not take the place of, besides those of the press. */
  sources?: readonly string[] | undefined
  /** Whether outputs are written straight to their place, and not only when all of them are there. */
  direct: boolean
}

/** What an editor keeps from one edition to the next. */
export interface Archive {
  folder: string
  cache: Cache
  /** What a preview made last, and what stands in its folder, to which nobody else writes. */
  last?: { press: Press; ledger: Ledger } | undefined
}

/** Opens what was kept in the working folder; a preview, which runs for hours, keeps its own. */
export function openArchive(workFolder: string, version: Version, direct: boolean): Archive {
  const folder = cacheFolder(workFolder, direct)
  return { folder, cache: folderCache(folder, version.compiler) }
}

/** So many outputs are a good part of an archive. */
const many = 1000

function emptyArchive(archive: Archive, version: Version): void {
  archive.cache.close()
  emptyCache(archive.folder)
  archive.cache = folderCache(archive.folder, version.compiler)
}

/**
 * One edition of a site, from content to its folder: what has changed is rendered, by whoever asks for `outputs`, and moved to its
 * place when it is closed.
 */
export class Edition implements OpenEdition {
  private readonly failures: Problem[] = []
  private damage: DamagedCache | undefined
  /** How many bytes everything has that is new. */
  private readonly sizes = new Map<Address, number>()

  private constructor(
    readonly press: Press,
    private readonly plan: Plan,
    private readonly options: EditionOptions,
    private readonly archive: Archive,
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
  static async open(options: EditionOptions, archive: Archive): Promise<Edition> {
    const { out, direct, version, workFolder, lost } = options
    if (!direct) assertReplaceable(out, [options.content, options.layouts, options.public, ...(options.sources ?? [])])
    const release = direct ? () => {} : holdOutput(out)
    try {
      const press = await preparePress({ ...options, cache: archive.cache })
      const known = direct && existsSync(join(out, 'index.html')) ? archive.last : undefined
      const plan = planOf(press, out, workFolder, version.code, {
        ledger: known?.ledger,
        lost: known === undefined ? await lost : [],
      })
      if (plan.outputs.length >= many) suitLargeBuild()
      if (direct) breakSeal(out)
      return new Edition(press, plan, options, archive, direct ? out : openStaging(out), release)
    } catch (error) {
      release()
      if (error instanceof DamagedCache) emptyArchive(archive, version)
      throw error
    }
  }

  /** The outputs that are to be rendered and written to `staging`. */
  get outputs(): readonly Address[] {
    return this.plan.outputs
  }

  /** Renders an output; what fails is told when the edition is closed, so that every failure is told at once. */
  async render(url: Address): Promise<Buffer> {
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
  close(): Built {
    try {
      return this.finish()
    } finally {
      this.release()
    }
  }

  private finish(): Built {
    const { press, plan, staging } = this
    const { out, direct, version } = this.options
    if (!direct && (this.damage !== undefined || this.failures.length > 0))
      rmSync(staging, { recursive: true, force: true })
    if (this.damage !== undefined) {
      emptyArchive(this.archive, version)
      throw this.damage
    }
    if (this.failures.length > 0) throw new ProblemsFound(sortProblems([...press.problems, ...this.failures]))
    copyFiles(staging, plan.copies)
    const staged = [...plan.outputs, ...plan.copies.map(({ url }) => url)]
    const all = [...press.outputs.keys(), ...press.copies.map(({ url }) => url)]
    for (const { url } of plan.copies) this.sizes.set(url, statSync(join(staging, fileOf(url))).size)
    breakSeal(out)
    const changes = direct
      ? {
          added: 0,
          changed: staged.length,
          removed: plan.gone === undefined ? sweep(out, all) : remove(out, plan.gone),
        }
      : publish(staging, out, staged, plan.gone, all)
    const ledger = plan.record(this.sizes)
    if (direct) this.archive.last = { press, ledger }
    else this.archive.cache.close()
    return { changes, problems: press.problems, count: countOf(press) }
  }
}

function countOf({ site, outputs }: Press): Built['count'] {
  const all = [...outputs.values()]
  return {
    articles: site.articles.length,
    waiting: site.articles.filter(({ publication }) => publication.state !== 'published').length,
    outputs: all.length,
    pages: all.filter(({ layout }) => isLayout(layout) && layout !== 'redirect').length,
    feeds: all.filter(({ layout }) => layout === 'rss').length,
  }
}
