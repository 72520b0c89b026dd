import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeVersion } from '../builder/code-version.ts'
import { type PreparedSite, type PrepareOptions, prepareSite } from '../builder/prepare.ts'
import { cacheFolder, emptyCache, folderCache } from '../cache/cache.ts'
import { DamagedCache } from '../cache/damaged-cache.ts'
import { runChecks } from '../checks/check.ts'
import { checks } from '../checks/checks.ts'
import { contentDisplayPath } from '../content/display-path.ts'
import { findChangedFiles } from '../content/git-history.ts'
import { sortProblems } from '../problems/problem.ts'
import { countLabel } from './build-summary.ts'
import { isAccessError } from './fs-error-message.ts'
import type { CommandContext } from './main.ts'
import { type Options, UsageError } from './options.ts'
import { prepareOptions } from './prepare-options.ts'
import { printProblems } from './print-problems.ts'
import { createProgress } from './progress.ts'

/** `lampstand check`: reports every problem and writes nothing. */
export async function checkCommand(
  options: Options,
  { stdout, stderr, bundleFolder }: CommandContext,
): Promise<number> {
  const progress = createProgress(stderr)
  const { root, content, cwd, format, since } = options
  const told = prepareOptions(options, bundleFolder)
  const prepareIn = (workFolder: string) =>
    prepare(root, { ...told, workFolder, onProgress: stderr.isTTY ? progress.step : undefined })
  let passing: string | undefined
  try {
    const press = await prepareIn(told.workFolder).catch((error) => {
      if (!isAccessError(error, told.workFolder)) throw error
      // What saves time cannot be kept there, which is no reason not to check.
      passing = mkdtempSync(join(tmpdir(), 'lampstand-'))
      return prepareIn(passing)
    })
    const changed = await findChangedFiles(content, since)
    if (changed === undefined && since !== 'HEAD') {
      throw new UsageError(`Unexpected --since ${since}, expected a commit of the repository that ${content} is in.`)
    }
    const problems = sortProblems([
      ...press.problems,
      ...(await runChecks(checks, 'history', {
        changedFiles: changed ?? [],
        contentDisplayPath: contentDisplayPath(content, cwd),
      })),
    ])
    progress.clear()
    await printProblems(problems, format, stdout, options)
    if (format === 'text' && problems.length === 0) {
      stdout.write(
        `No problems in ${countLabel(press.site.articles.length, 'article')} and ${countLabel(press.outputs.size, 'output')}.\n`,
      )
    }
    return 0
  } finally {
    progress.clear()
    if (passing !== undefined) rmSync(passing, { recursive: true, force: true })
  }
}

/** Prepares the press with what was kept; where that is damaged, it is emptied and everything compiled again. */
async function prepare(root: string, options: PrepareOptions): Promise<PreparedSite> {
  const version = codeVersion(root)
  const folder = cacheFolder(options.workFolder, false)
  const withCache = () => prepareSite({ ...options, version, cache: folderCache(folder, version.compiler) })
  try {
    return await withCache()
  } catch (error) {
    if (!(error instanceof DamagedCache)) throw error
    emptyCache(folder)
    return await withCache()
  }
}
