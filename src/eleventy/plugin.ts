import { join, relative, resolve } from 'node:path'
import { builderOptions, type OutletFolders } from '../builder/build-options.ts'
import { BuildSession } from '../builder/build-session.ts'
import { currentInstant } from '../builder/current-instant.ts'
import { SiteBuilder } from '../builder/site-builder.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { EleventyConfig } from './eleventy-config.ts'
import { rethrowWithoutLog, rethrowWithReport } from './rethrow.ts'
import { assertSupported, assertWritten } from './unsupported-options.ts'

/**
 * Lampstand as a plugin of Eleventy. Before each build of Eleventy it prepares and checks the whole site; Eleventy
 * paginates one virtual template over the outputs that changed; after the build the new files move to their place, all
 * at once.
 *
 * @param folders the folders of the outlet, from the folder of `.eleventy.ts`
 */
export function lampstand(config: EleventyConfig, folders: OutletFolders): void {
  const root = process.cwd()
  const command = config.lampstand
  const logError = command === undefined ? rethrowWithReport : rethrowWithoutLog
  let session = command
  /** The build of Eleventy's own command. */
  let ownBuild: BuildSession | undefined
  let urls: readonly UrlPath[] = []

  config.setQuietMode(true)
  // Files that git ignores may be part of the site.
  config.setUseGitIgnore(false)
  // With `awaitWriteFinish`, a file that is removed meanwhile would be published and never removed.
  config.setChokidarConfig({ awaitWriteFinish: false })
  config.setWatchThrottleWaitTime(20)
  // Lampstand's commands watch the folders themselves.
  if (command === undefined) {
    for (const folder of [folders.content, folders.public, join(folders.layouts, 'styles')]) {
      config.addWatchTarget(relative(root, resolve(root, folder)) || root, { resetConfig: false })
    }
  }

  config.on('eleventy.beforeWatch', (changed) => session?.onSaved?.(changed))

  config.on('eleventy.before', async (event) => {
    if (command === undefined) {
      assertSupported(event)
      ownBuild?.abandon()
      const out = join(root, relative(root, event.directories.output))
      const options = builderOptions(root, { folders, out, now: currentInstant, preview: false })
      ownBuild = new BuildSession(new SiteBuilder(options))
      session = ownBuild
    }
    urls = (await session?.begin().catch(logError)) ?? []
  })

  config.addTemplate(
    'outputs.11ty.js',
    { render: async ({ url }) => session?.render(url) ?? '' },
    {
      pagination: { data: 'urls', size: 1, alias: 'url', before: () => urls },
      urls: ['/'], // `before` replaces it
      permalink: ({ url }: { url: UrlPath }) => session?.permalink(url),
      // A preview writes to the output folder; a build stages its files elsewhere.
      permalinkBypassOutputDir: command?.inPlace !== true,
      eleventyAllowMissingExtension: true,
      eleventyExcludeFromCollections: true,
      layout: false,
    },
  )

  config.on('eleventy.after', async () => {
    if (ownBuild !== undefined) assertWritten(ownBuild)
    await session?.end().catch(logError)
  })
}
