import { join } from 'node:path'
import type { SiteBuilder } from '../builder/site-builder.ts'
import { FolderWatcher } from '../preview/folder-watcher.ts'
import { loopbackOnly } from '../preview/loopback-only.ts'
import { type PreviewReporter, PreviewSession } from '../preview/preview-session.ts'
import { createEleventy } from './create-eleventy.ts'
import type { Eleventy } from './eleventy-config.ts'

/** Receives what happens in a preview. */
export interface ServeReporter extends Required<PreviewReporter> {
  /** Receives the path of a layout that was saved. Layouts are loaded when a preview starts. */
  onLayoutSaved(path: string): void
}

/**
 * Builds a site, serves it to this machine with Eleventy's server, and rebuilds it whenever a file is saved, until
 * `stop` is called.
 *
 * @param bundleFolder the folder of the bundled code, from the working folder; undefined if the sources run
 * @param port the first port to try; ports that are taken are skipped
 * @returns the address, and a function that stops the preview
 */
export async function serveWithEleventy(
  builder: SiteBuilder,
  bundleFolder: string | undefined,
  port: number,
  reporter: ServeReporter,
): Promise<{ address: string; stop: () => Promise<void> }> {
  let queueBuild: ((file: string) => Promise<void>) | undefined
  /** The files that were saved during the first build. */
  const savedEarly: string[] = []
  const requestBuild = (file: string) => void (queueBuild === undefined ? savedEarly.push(file) : queueBuild(file))
  const watcher = watchFolders(builder, requestBuild, reporter)
  const session = new PreviewSession(builder, reporter, requestBuild)
  const eleventy = await createEleventy(session, builder.options.out, bundleFolder, 'serve')
  queueBuild = await eleventy.watch()
  reportFailures(eleventy, session)
  savedEarly.forEach(requestBuild)
  const address = await listen(eleventy, port)
  const stop = async () => {
    watcher.close()
    await eleventy.stopWatch()
  }
  return { address: new URL(`${session.base}/`, address).href, stop }
}

/** Watches the outlet's folders in Eleventy's place: its watcher misses saves that follow each other within 50 ms. */
function watchFolders(
  { options: { content, public: publicFolder, layouts, templates } }: SiteBuilder,
  requestBuild: (file: string) => void,
  reporter: ServeReporter,
): FolderWatcher {
  return new FolderWatcher(
    [content, publicFolder, layouts, ...(templates === undefined ? [] : [templates])],
    (path) => {
      const isLayout = /\.tsx?$/.test(path) && path.startsWith(join(layouts, '/'))
      if (isLayout) reporter.onLayoutSaved(path)
      else requestBuild(path)
    },
  )
}

/** Reports the failures of Eleventy itself, as on a full disk. The session reports its own. */
function reportFailures(eleventy: Eleventy, session: PreviewSession): void {
  const write = eleventy.write.bind(eleventy)
  eleventy.write = async () => {
    try {
      return await write()
    } catch (error) {
      session.report(error)
      throw error
    }
  }
}

/** Starts Eleventy's server for this machine alone. */
async function listen(eleventy: Eleventy, port: number): Promise<string> {
  await eleventy.eleventyServe.init()
  await eleventy.eleventyServe.initServerInstance()
  const { server } = eleventy.eleventyServe.server
  loopbackOnly(server)
  const listening = new Promise<void>((resolve) => server.once('listening', resolve))
  await eleventy.serve(port)
  await listening
  const bound = server.address()
  const actualPort = typeof bound === 'object' && bound !== null ? bound.port : port
  return `http://localhost:${actualPort}/`
}
