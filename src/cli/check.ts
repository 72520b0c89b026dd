import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { versionOf } from '../builder/code-version.ts'
import { type Press, type PressOptions, preparePress } from '../builder/prepare.ts'
import { cacheFolder, emptyCache, folderCache } from '../cache/cache.ts'
import { DamagedCache } from '../cache/damaged-cache.ts'
import { checkAlteredCorrections } from '../checks/altered-corrections.ts'
import { shownFolder } from '../content/display-path.ts'
import { changedSince } from '../content/git-history.ts'
import { sortProblems } from '../problems/problem.ts'
import { counted } from './build-summary.ts'
import { isRefused } from './fs-error-message.ts'
import type { Surroundings } from './main.ts'
import { type Options, UsageError } from './options.ts'
import { pressOptions } from './prepare-options.ts'
import { printProblems } from './print-problems.ts'
import { createProgress } from './progress.ts'

/** `lampstand check`: reports every problem and writes nothing. */
export async function checkCommand(options: Options, { out, log, code }: Surroundings): Promise<number> {
  const progress = createProgress(log)
  const { root, content, folder, format, since } = options
  const told = pressOptions(options, code)
  const prepareIn = (workFolder: string) =>
    prepare(root, { ...told, workFolder, onProgress: log.isTTY ? progress.step : undefined })
  let passing: string | undefined
  try {
    const press = await prepareIn(told.workFolder).catch((error) => {
      if (!isRefused(error, told.workFolder)) throw error
      // What saves time cannot be kept there, which is no reason not to check.
      passing = mkdtempSync(join(tmpdir(), 'lampstand-'))
      return prepareIn(passing)
    })
    const changed = await changedSince(content, since)
    if (changed === undefined && since !== 'HEAD') {
      throw new UsageError(`Unexpected --since ${since}, expected a commit of the repository that ${content} is in.`)
    }
    const problems = sortProblems([
      ...press.problems,
      ...checkAlteredCorrections(changed ?? [], shownFolder(content, folder)),
    ])
    progress.clear()
    await printProblems(problems, format, out, options)
    if (format === 'text' && problems.length === 0) {
      out.write(
        `No problems in ${counted(press.site.articles.length, 'article')} and ${counted(press.outputs.size, 'output')}.\n`,
      )
    }
    return 0
  } finally {
    progress.clear()
    if (passing !== undefined) rmSync(passing, { recursive: true, force: true })
  }
}

/** Prepares the press with what was kept; where that is damaged, it is emptied and everything compiled again. */
async function prepare(root: string, options: PressOptions): Promise<Press> {
  const version = versionOf(root)
  const folder = cacheFolder(options.workFolder, false)
  const withCache = () => preparePress({ ...options, version, cache: folderCache(folder, version.compiler) })
  try {
    return await withCache()
  } catch (error) {
    if (!(error instanceof DamagedCache)) throw error
    emptyCache(folder)
    return await withCache()
  }
}
