import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BuilderOptions } from '../builder/build-options.ts'
import { nextChangeFile } from '../builder/next-change-file.ts'
import { SiteBuilder } from '../builder/site-builder.ts'
import { startBuildWorker } from '../builder/start-build-worker.ts'
import { WorkerBuilder } from '../builder/worker-builder.ts'
import { displayPath } from '../content/display-path.ts'
import { buildWithEleventy } from '../eleventy/build.ts'
import { buildSummary, nextChangeLabel } from './build-summary.ts'
import { commandBuilderOptions } from './command-builder-options.ts'
import type { CommandContext } from './command-context.ts'
import type { Options } from './options.ts'
import { printProblems } from './print-problems.ts'
import { createProgress } from './progress.ts'

/** `lampstand build`: checks everything, then writes the site. */
export async function buildCommand(options: Options, context: CommandContext): Promise<number> {
  const { stdout, stderr, bundleFolder } = context
  const startTime = performance.now()
  const progress = createProgress(stderr)
  const out = options.out ?? join(options.root, '_site')
  const choices = { out, preview: false, onProgress: progress.step }
  const builderOptions = commandBuilderOptions(options, context, choices)
  const builder = createBuilder(builderOptions, context)
  try {
    if (builder instanceof WorkerBuilder) await builder.start()
    const result = await buildWithEleventy(builder, out, bundleFolder, progress.step)
    progress.clear()
    await printProblems(result.problems, options.format, stdout, options)
    const seconds = (performance.now() - startTime) / 1000
    const terminal = options.format === 'text' ? stdout : stderr
    const nextChangePath = displayPath(join(builderOptions.workFolder, nextChangeFile), options.cwd)
    const nextChange = nextChangeLabel(result.nextChange, nextChangePath, terminal.isTTY)
    terminal.write(buildSummary(result, seconds, `${displayPath(out, options.cwd)}/`, nextChange))
    return 0
  } finally {
    progress.clear()
    if (builder instanceof WorkerBuilder) await builder.end()
  }
}

/** Creates a builder in a worker thread; in this one if the outlet has templates, or the sources run and not the bundle. */
function createBuilder(options: BuilderOptions, { bundleFolder, buildWorker }: CommandContext) {
  // Templates see the site, so it is prepared where Eleventy runs.
  const hasTemplates = options.templates !== undefined && existsSync(options.templates)
  if (bundleFolder === undefined || hasTemplates) return new SiteBuilder(options)
  const module = join(options.root, bundleFolder, 'build-worker.cjs')
  return new WorkerBuilder(buildWorker ?? startBuildWorker(module, options.workFolder), options)
}
