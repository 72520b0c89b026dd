import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { BuildCache, BuildResult, OpenBuild } from '../builder/build.ts'
import type { CodeVersion } from '../builder/code-version.ts'
import type { PrepareOptions } from '../builder/prepare.ts'
import { DamagedCache } from '../cache/damaged-cache.ts'
import { resolveDisplayPath } from '../content/display-path.ts'
import { parseInstant } from '../newsroom/moment.ts'
import { outputFile, type UrlPath } from '../newsroom/url-path.ts'
import { errorPage } from '../preview/error-page.ts'
import { linesOf, recordProblems, recordRebuild } from '../preview/preview-status.ts'
import { SavedFiles } from '../preview/saved-files.ts'
import { failureText } from '../problems/failure-text.ts'
import { type Problem, ProblemsFound } from '../problems/problem.ts'
import { reportText } from '../problems/report-text.ts'

/** The folders of a site, as .eleventy.ts names them; absolute, or from the folder of that file. */
export interface LampstandFolders {
  content: string
  layouts: string
  public: string
}

/** What a command adds to the folders of .eleventy.ts. */
export interface BuildOverrides {
  content?: string | undefined
  now?: number | undefined
  cwd?: string | undefined
  /** Opens editions in place of this thread. */
  edition?: (() => Promise<OpenBuild>) | undefined
  compileWorker?: PrepareOptions['compileWorker']
  indexWorker?: PrepareOptions['indexWorker']
  layouts?: PrepareOptions['layoutOverrides']
  onProgress?: PrepareOptions['onProgress']
  /** Set by who writes again and again until nothing is left; see `Slices`. */
  slices?: Slices | undefined
  /** In a preview: where it keeps what makes the next edition quicker, absolute. */
  archive?: string | undefined
  /** In a preview: has everything built again, as if a file had been saved. */
  again?: ((file: string) => void) | undefined
  /** In a preview: follows in Eleventy's place what is saved, and has it built again; is given absolute folders. */
  follow?: ((folders: LampstandFolders) => void) | undefined
  /** Hears what was built. */
  onBuilt?: ((built: BuildResult) => void) | undefined
  /** Hears, in a preview, why nothing was built. */
  onProblems?: ((problems: readonly Problem[]) => void) | undefined
  /** Hears, in a preview, of a failure that is no problem of the content. */
  onFailure?: ((error: unknown) => void) | undefined
}

/** Eleventy keeps what it has rendered until its write ends: 90 KB a page. Written in slices, it can let go between them. */
interface Slices {
  size: number
  /** Whether Eleventy has to write again. */
  pending: boolean
}

interface Directories {
  output: string
}

/** The part of Eleventy's configuration that is used here. */
interface EleventyConfig {
  lampstand?: BuildOverrides
  on(
    event: 'eleventy.before' | 'eleventy.after',
    listener: (event: { directories: Directories }) => Promise<void> | void,
  ): void
  on(event: 'eleventy.beforeWatch', listener: (changed: readonly string[]) => void): void
  addTemplate(path: string, template: { render(data: { url: UrlPath }): Promise<string | Buffer> }, data: object): void
  addWatchTarget(path: string, options?: object): void
  setQuietMode(quiet: boolean): void
  setChokidarConfig(options: { awaitWriteFinish: boolean }): void
  setUseGitIgnore(use: boolean): void
  setWatchThrottleWaitTime(milliseconds: number): void
}

/** Where everything is kept that makes the next build quicker, from the folder of .eleventy.ts. It may be emptied at any time. */
const workFolder = '.lampstand'

/**
 * Lampstand as a plugin of Eleventy: before each build the press is prepared and everything checked; one virtual template is
 * paginated over the outputs that are not as they were; afterwards what is new is moved to its place at once.
 */
export function lampstand(config: EleventyConfig, folders: LampstandFolders): void {
  const root = process.cwd()
  const overrides = config.lampstand ?? {}
  const preview = process.env.ELEVENTY_RUN_MODE !== 'build'
  const sources = {
    content: overrides.content ?? join(root, folders.content),
    public: join(root, folders.public),
    layouts: join(root, folders.layouts),
  }
  const { content } = sources
  let kept: { version: CodeVersion; archive: BuildCache } | undefined
  let edition: OpenBuild | undefined
  /** Whether it is told what keeps the next edition from being made. */
  let telling = false
  /** Whether an edition was begun and not ended: what stands in the folder of a preview is not known then. */
  let unfinished = false
  /** Whether an edition is made once more because what was kept was damaged. */
  let repairing = false
  let slice: readonly UrlPath[] = []
  let done = 0
  let running = false
  const saves = new SavedFiles(overrides.again)
  /** The file that the edition is a proof of, where it is one. */
  let proofOf: string | undefined

  /** A preview goes on: the desk reads what is wrong in the browser, and the pages of the last good build stay. A build ends. */
  const tell = (error: unknown, out: string) => {
    if (!preview) throw asLogged(error, overrides)
    telling = true
    if (error instanceof ProblemsFound) {
      overrides.onProblems?.(error.problems)
      recordProblems(
        out,
        reportText(
          error.problems,
          (shown) => linesOf(resolveDisplayPath(shown, content, overrides.cwd ?? root)),
          false,
        ),
      )
    } else {
      overrides.onFailure?.(error)
      recordProblems(out, failureText(error))
    }
    // Eleventy tells the browsers that look on; there are none before the first build is done.
    const isTold = error instanceof ProblemsFound || overrides.onFailure !== undefined
    if (running || !isTold) throw asLogged(error, overrides)
  }

  /** The path of a file that Eleventy saw change; it takes the slash from the front of absolute ones. */
  const belowContent = (file: string): string | undefined =>
    [resolve(root, file), resolve('/', file)]
      .map((path) => relative(content, path).replaceAll('\\', '/'))
      .find((path) => !path.startsWith('..'))

  const open = async (out: string): Promise<OpenBuild> => {
    const { onProgress } = overrides
    if (overrides.edition !== undefined) return overrides.edition()
    const options = {
      ...sources,
      workFolder: join(root, workFolder),
      cwd: overrides.cwd ?? root,
      now: overrides.now ?? nowFromEnvironment() ?? Date.now(),
      audience: preview ? ('desk' as const) : ('public' as const),
      compileWorker: overrides.compileWorker,
      indexWorker: overrides.indexWorker,
      out,
      inPlace: preview,
      protectedFolders: [join(root, 'src')],
    }
    // The press is most of the code: it is loaded where it runs.
    const { Build, openBuildCache } = await import('../builder/build.ts')
    const { codeVersion } = await import('../builder/code-version.ts')
    if (kept === undefined) {
      const version = codeVersion(root)
      kept = { version, archive: openBuildCache(overrides.archive ?? options.workFolder, version, preview) }
    }
    const { version, archive } = kept
    if (unfinished) archive.last = undefined
    const whole = { ...options, version, onProgress, layoutOverrides: overrides.layouts }
    const file = saves.take()
    const path = file === undefined ? undefined : belowContent(file)
    proofOf = undefined
    // While a problem is told, a proof would take it away and the edition bring it back.
    if (path !== undefined && !telling) {
      const { QuickRebuild } = await import('../preview/quick-rebuild.ts')
      // What fails here fails in the edition, which says so.
      const proof = await QuickRebuild.open(path, whole, archive).catch(() => undefined)
      if (proof !== undefined) {
        proofOf = file
        return proof
      }
    }
    try {
      return await Build.open(whole, archive)
    } catch (error) {
      if (!preview || !(error instanceof DamagedCache)) throw error
      // It was emptied; everything is compiled again.
      return Build.open(whole, archive)
    }
  }

  config.setQuietMode(true)
  if (overrides.follow === undefined) {
    for (const target of [content, sources.public, join(sources.layouts, 'styles')]) {
      config.addWatchTarget(relative(root, target) || target, { resetConfig: false })
    }
  } else {
    overrides.follow(sources)
  }
  // What is no part of this repository may be all the more of the site.
  config.setUseGitIgnore(false)
  // A file that comes and goes while its writing is awaited would be published and never removed.
  config.setChokidarConfig({ awaitWriteFinish: false })
  config.setWatchThrottleWaitTime(20)

  config.on('eleventy.beforeWatch', (changed) => saves.changed(changed))

  config.on('eleventy.before', async ({ directories }) => {
    if (overrides.slices?.pending === true && edition !== undefined) {
      slice = edition.outputs.slice(done, done + overrides.slices.size)
      return
    }
    const out = join(root, relative(root, directories.output))
    edition = undefined
    done = 0
    try {
      edition = await open(out)
      unfinished = true
      slice = edition.outputs.slice(0, overrides.slices?.size)
      telling = false
      if (preview) recordProblems(out, '')
    } catch (error) {
      tell(error, out)
      slice = existsSync(join(out, 'index.html')) ? [] : ['/']
    }
  })

  config.addTemplate(
    'press.11ty.js',
    {
      render: async ({ url }) => {
        if (edition === undefined) return errorPage(sources.layouts)
        overrides.onProgress?.('Pages', ++done, edition.outputs.length)
        const text = await edition.render(url)
        // It failed, which is told when the edition is closed.
        return preview && text.length === 0 && url.endsWith('/') ? errorPage(sources.layouts) : text
      },
    },
    {
      pagination: { data: 'seed', size: 1, alias: 'url', before: () => slice },
      seed: ['/'],
      // A preview is written to its place at once; a build only when all of it is there.
      permalink: ({ url }: { url: UrlPath }) =>
        preview || edition === undefined ? url : join(edition.staging, outputFile(url)),
      permalinkBypassOutputDir: !preview,
      eleventyAllowMissingExtension: true,
      eleventyExcludeFromCollections: true,
      layout: false,
    },
  )

  const close = async (edition: OpenBuild, out: string) => {
    try {
      const built = await edition.close()
      unfinished = false
      repairing = false
      if (preview) recordRebuild(out)
      if (built !== undefined) overrides.onBuilt?.(built)
      if (proofOf !== undefined) saves.follow(proofOf)
    } catch (error) {
      if (!(error instanceof DamagedCache) || overrides.again === undefined || repairing) return tell(error, out)
      // It was emptied; everything is compiled again.
      repairing = true
      overrides.again(content)
    }
  }

  config.on('eleventy.after', async ({ directories }) => {
    const { slices } = overrides
    if (edition !== undefined && slices !== undefined) {
      slices.pending = done < edition.outputs.length
      if (slices.pending) return
    }
    if (edition !== undefined) await close(edition, join(root, relative(root, directories.output)))
    running = true
  })
}

/** The instant that `LAMPSTAND_NOW` names, for builds by Eleventy's own command. */
function nowFromEnvironment(): number | undefined {
  const written = process.env.LAMPSTAND_NOW
  return written === undefined ? undefined : parseInstant(written)
}

/**
 * Under Eleventy's own command, prints the report in place of a stack of causes, and has the process fail. Lampstand's commands print
 * it themselves.
 */
function asLogged(error: unknown, { onBuilt }: BuildOverrides): unknown {
  if (!(error instanceof Error)) return error
  if (onBuilt !== undefined) return Object.defineProperty(error, '__errorAlreadyLogged', { value: true })
  if (!(error instanceof ProblemsFound)) return error
  process.stderr.write(`${reportText(error.problems, () => undefined, false)}\n`)
  process.exitCode = 1
  return Object.assign(error, { skipOriginalStack: true })
}
