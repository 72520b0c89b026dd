import { join } from 'node:path'
import type { BuildResult } from '../builder/build.ts'
import { connectBuildWorker } from '../builder/build-worker-client.ts'
import { readManifest } from '../builder/output-manifest.ts'
import { startBuildWorker } from '../builder/start-build-worker.ts'
import { displayPath } from '../content/display-path.ts'
import { findMissingOutputs, scanContent } from '../content/scan.ts'
import { buildWithEleventy } from '../eleventy/run.ts'
import { buildSummary } from './build-summary.ts'
import { isAccessError } from './fs-error-message.ts'
import type { CommandContext } from './main.ts'
import type { Options } from './options.ts'
import { prepareOptions } from './prepare-options.ts'
import { printProblems } from './print-problems.ts'
import { createProgress } from './progress.ts'

/** `lampstand build`: checks everything, then writes the site. */
export async function buildCommand(
  options: Options,
  { stdout, stderr, bundleFolder, buildWorker }: CommandContext,
): Promise<number> {
  const started = performance.now()
  const target = options.out ?? join(options.root, '_site')
  const progress = createProgress(stderr)
  const told = {
    ...prepareOptions(options, bundleFolder),
    out: target,
    inPlace: false,
    protectedFolders: [join(options.root, 'src')],
  }
  let built: BuildResult | undefined
  const worker =
    buildWorker ??
    (bundleFolder && startBuildWorker(join(options.root, bundleFolder, 'build-worker.cjs'), told.workFolder))
  const thread = worker ? connectBuildWorker(worker, options.root, told.workFolder) : undefined
  try {
    // The edition is begun before Eleventy is loaded, which leaves no room for anything else and is needed last.
    let survey = thread && (await scanContent(told.content, told.workFolder))
    let remember = () => {}
    const edition = thread?.begin(
      async () => {
        const { paths, ids, unusedPaths, ...found } = survey ?? (await scanContent(told.content, told.workFolder))
        survey = undefined
        remember = found.remember
        return { ...told, scan: { paths, ids, unusedPaths } }
      },
      progress.step,
      () => {
        try {
          remember()
        } catch (error) {
          // The thread needs the folder too, and says that it cannot be used.
          if (!isAccessError(error, told.workFolder)) throw error
        }
        return findMissingOutputs(readManifest(told.workFolder, target), target)
      },
    )
    await buildWithEleventy(target, bundleFolder, {
      content: options.content,
      now: options.now,
      cwd: options.cwd,
      edition,
      onProgress: progress.step,
      onBuilt: (result) => {
        built = result
      },
    })
  } finally {
    progress.clear()
    await thread?.end()
  }
  if (built === undefined) throw new Error('Eleventy ended without a site')
  await printProblems(built.problems, options.format, stdout, options)
  const text = buildSummary(built, (performance.now() - started) / 1000, `${displayPath(target, options.cwd)}/`)
  ;(options.format === 'text' ? stdout : stderr).write(text)
  return 0
}
