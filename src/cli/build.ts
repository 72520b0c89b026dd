import { join } from 'node:path'
import type { Built } from '../builder/build.ts'
import { editionThread } from '../builder/build-worker-client.ts'
import { readLedger } from '../builder/output-manifest.ts'
import { startPress } from '../builder/start-build-worker.ts'
import { shownPath } from '../content/display-path.ts'
import { lostFrom, surveyContent } from '../content/scan.ts'
import { build } from '../eleventy/run.ts'
import { summary } from './build-summary.ts'
import { isRefused } from './fs-error-message.ts'
import type { Surroundings } from './main.ts'
import type { Options } from './options.ts'
import { pressOptions } from './prepare-options.ts'
import { printProblems } from './print-problems.ts'
import { createProgress } from './progress.ts'

/** `lampstand build`: checks everything, then writes the site. */
export async function buildCommand(options: Options, { out, log, code, press }: Surroundings): Promise<number> {
  const started = performance.now()
  const target = options.out ?? join(options.root, '_site')
  const progress = createProgress(log)
  const told = { ...pressOptions(options, code), out: target, direct: false, sources: [join(options.root, 'src')] }
  let built: Built | undefined
  const worker = press ?? (code && startPress(join(options.root, code, 'build-worker.cjs'), told.workFolder))
  const thread = worker ? editionThread(worker, options.root, told.workFolder) : undefined
  try {
    // The edition is begun before Eleventy is loaded, which leaves no room for anything else and is needed last.
    let survey = thread && (await surveyContent(told.content, told.workFolder))
    let remember = () => {}
    const edition = thread?.begin(
      async () => {
        const { paths, ids, strays, ...found } = survey ?? (await surveyContent(told.content, told.workFolder))
        survey = undefined
        remember = found.remember
        return { ...told, survey: { paths, ids, strays } }
      },
      progress.step,
      () => {
        try {
          remember()
        } catch (error) {
          // The thread needs the folder too, and says that it cannot be used.
          if (!isRefused(error, told.workFolder)) throw error
        }
        return lostFrom(readLedger(told.workFolder, target), target)
      },
    )
    await build(target, code, {
      content: options.content,
      now: options.now,
      shownFrom: options.folder,
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
  await printProblems(built.problems, options.format, out, options)
  const text = summary(built, (performance.now() - started) / 1000, `${shownPath(target, options.folder)}/`)
  ;(options.format === 'text' ? out : log).write(text)
  return 0
}
