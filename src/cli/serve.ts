import { relative } from 'node:path'
import { currentInstant } from '../builder/current-instant.ts'
import { SiteBuilder } from '../builder/site-builder.ts'
import { serveWithEleventy } from '../eleventy/serve.ts'
import { lockPreviewFolder } from '../preview/preview-folder.ts'
import { failureText } from '../problems/failure-text.ts'
import { formatCount } from './build-summary.ts'
import { commandBuilderOptions } from './command-builder-options.ts'
import type { CommandContext } from './command-context.ts'
import type { Options } from './options.ts'
import { printProblems } from './print-problems.ts'

/** `lampstand serve`: serves a preview and rebuilds it after every save, until it is interrupted. */
export async function serveCommand(options: Options, context: CommandContext): Promise<number> {
  const { stdout, stderr, bundleFolder } = context
  const { folder, site, release } = lockPreviewFolder(options)
  const choices = { out: site, preview: true, cacheParent: folder, now: currentInstant }
  const builder = new SiteBuilder(commandBuilderOptions(options, context, choices))
  const { address, stop } = await serveWithEleventy(builder, bundleFolder, options.port, {
    onBuilt: async ({ problems, counts }) => {
      await printProblems(problems, 'text', stdout, options)
      stdout.write(
        `${formatCount(counts.articles, 'article')}, ${counts.unpublished} of them not published, ${formatCount(counts.outputs, 'output')}\n`,
      )
    },
    onProblems: (problems) => void printProblems(problems, 'text', stdout, options),
    onFailure: (error) => stderr.write(`Lampstand failed: ${failureText(error)}\n`),
    onLayoutSaved: (path) =>
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
