import { join } from 'node:path'
import { serve } from '../eleventy/run.ts'
import type { Surroundings } from './main.ts'
import type { Options } from './options.ts'
import { printProblems } from './report.ts'
import { counted } from './summary.ts'

/** `lampstand serve`: a preview that follows what is saved, until it is interrupted. */
export async function serveCommand(options: Options, { out, code }: Surroundings): Promise<number> {
  const target = join(options.root, '.lampstand/preview')
  const { address, stop } = await serve(target, code, options.port, {
    content: options.content,
    shownFrom: options.folder,
    worker: code === undefined ? undefined : join(options.root, code, 'worker.cjs'),
    indexer: code === undefined ? undefined : join(options.root, code, 'indexer.cjs'),
    onBuilt: async ({ problems, count }) => {
      await printProblems(problems, 'text', out, options)
      out.write(
        `${counted(count.articles, 'article')}, ${count.waiting} of them not published, ${counted(count.outputs, 'output')}\n`,
      )
    },
    onProblems: (problems) => void printProblems(problems, 'text', out, options),
  })
  out.write(`Preview: ${address}\nIt shows drafts and stories under embargo, to this machine only. Ctrl+C ends it.\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await stop()
  return 0
}
