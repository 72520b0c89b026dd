import { join, relative } from 'node:path'
import { serve } from '../eleventy/run.ts'
import { lockPreviewFolder } from '../preview/preview-folder.ts'
import { failureText } from '../problems/failure-text.ts'
import { countLabel } from './build-summary.ts'
import type { CommandContext } from './main.ts'
import type { Options } from './options.ts'
import { printProblems } from './print-problems.ts'

/** `lampstand serve`: a preview that follows what is saved, until it is interrupted. */
export async function serveCommand(
  options: Options,
  { stdout, stderr, bundleFolder }: CommandContext,
): Promise<number> {
  const { folder, site, release } = lockPreviewFolder(options)
  const { address, stop } = await serve(site, bundleFolder, options.port, {
    content: options.content,
    archive: folder,
    cwd: options.cwd,
    compileWorker: bundleFolder === undefined ? undefined : join(options.root, bundleFolder, 'compile-worker.cjs'),
    indexWorker: bundleFolder === undefined ? undefined : join(options.root, bundleFolder, 'index-worker.cjs'),
    onBuilt: async ({ problems, counts }) => {
      await printProblems(problems, 'text', stdout, options)
      stdout.write(
        `${countLabel(counts.articles, 'article')}, ${counts.waiting} of them not published, ${countLabel(counts.outputs, 'output')}\n`,
      )
    },
    onProblems: (problems) => void printProblems(problems, 'text', stdout, options),
    onFailure: (error) => stderr.write(`Lampstand failed: ${failureText(error)}\n`),
    onLayout: (path) =>
      stdout.write(
        `${relative(options.root, path)} was saved. Layouts are read when the preview starts: end it and start it again.\n`,
      ),
  })
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  stdout.write(
    `Preview: ${address}\nIt shows drafts and stories under embargo, to this machine only. Ctrl+C ends it.\n`,
  )
  await interrupted
  await stop()
  release()
  return 0
}
