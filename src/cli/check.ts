import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAccessError } from '../builder/access-error.ts'
import { SiteBuilder } from '../builder/site-builder.ts'
import { runChecks } from '../checks/check.ts'
import { checks } from '../checks/checks.ts'
import { findChangedFiles } from '../content/changed-files.ts'
import { contentDisplayPath } from '../content/display-path.ts'
import { checkWithEleventy } from '../eleventy/check.ts'
import { sortProblems } from '../problems/problem.ts'
import { formatCount } from './build-summary.ts'
import { commandBuilderOptions } from './command-builder-options.ts'
import type { CommandContext } from './command-context.ts'
import type { Options } from './options.ts'
import { printProblems } from './print-problems.ts'
import { createProgress } from './progress.ts'
import { UsageError } from './usage-error.ts'

/** `lampstand check`: reports every problem and writes nothing. */
export async function checkCommand(options: Options, context: CommandContext): Promise<number> {
  const { stdout, stderr } = context
  const { root, content, cwd, format, since } = options
  const progress = createProgress(stderr)
  const builderOptions = commandBuilderOptions(options, context, {
    out: join(root, '_site'),
    preview: false,
    onProgress: stderr.isTTY ? progress.step : undefined,
  })
  const prepareIn = (workFolder: string) =>
    checkWithEleventy(new SiteBuilder({ ...builderOptions, workFolder, cacheParent: workFolder }), context.bundleFolder)
  let temporaryFolder: string | undefined
  try {
    const prepared = await prepareIn(builderOptions.workFolder).catch((error) => {
      if (!isAccessError(error, builderOptions.workFolder)) throw error
      // Without a folder for the cache a check is slower, and still a check.
      temporaryFolder = mkdtempSync(join(tmpdir(), 'lampstand-'))
      return prepareIn(temporaryFolder)
    })
    const changedFiles = await findChangedFiles(content, since)
    if (changedFiles === undefined && since !== 'HEAD') {
      throw new UsageError(`Unexpected --since ${since}, expected a commit of the repository that ${content} is in.`)
    }
    const problems = sortProblems([
      ...prepared.problems,
      ...(await runChecks(checks, 'history', {
        changedFiles: changedFiles ?? [],
        contentDisplayPath: contentDisplayPath(content, cwd),
      })),
    ])
    progress.clear()
    await printProblems(problems, format, stdout, options)
    if (format === 'text' && problems.length === 0) {
      const { site, outputs } = prepared
      stdout.write(
        `No problems in ${formatCount(site.articles.length, 'article')} and ${formatCount(outputs.size, 'output')}.\n`,
      )
    }
    return 0
  } finally {
    progress.clear()
    if (temporaryFolder !== undefined) rmSync(temporaryFolder, { recursive: true, force: true })
  }
}
