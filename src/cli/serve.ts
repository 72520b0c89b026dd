import { join, relative } from 'node:path'
import { serve } from '../eleventy/run.ts'
import { lockPreviewFolder } from '../preview/preview-folder.ts'
import { failureText } from '../problems/failure-text.ts'
import { countLabel } from './build-summary.ts'
import type { CommandContext } from './main.ts'
import type { Options } from './options.ts'
import { printProblems } from './print-problems.ts'

/** `lampstand serve`: a preview that follows what is saved, until it is interrupted. */
export async function serveCommand(options: Options, { out, log, code }: CommandContext): Promise<number> {
  const { folder, site, release } = lockPreviewFolder(options)
  const { address, stop } = await serve(site, code, options.port, {
    content: options.content,
    archive: folder,
    shownFrom: options.folder,
    worker: code === undefined ? undefined : join(options.root, code, 'compile-worker.cjs'),
    indexer: code === undefined ? undefined : join(options.root, code, 'index-worker.cjs'),
    onBuilt: async ({ problems, count }) => {
      await printProblems(problems, 'text', out, options)
      out.write(
        `${countLabel(count.articles, 'article')}, ${count.waiting} of them not published, ${countLabel(count.outputs, 'output')}\n`,
      )
    },
    onProblems: (problems) => void printProblems(problems, 'text', out, options),
    onFailure: (error) => log.write(`Lampstand failed: ${failureText(error)}\n`),
    onLayout: (path) =>
      out.write(
        `${relative(options.root, path)} was saved. Layouts are read when the preview starts: end it and start it again.\n`,
      ),
  })
  const interrupted = new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  out.write(`Preview: ${address}\nIt shows drafts and stories under embargo, to this machine only. Ctrl+C ends it.\n`)
  await interrupted
  await stop()
  release()
  return 0
}
