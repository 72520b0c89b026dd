import { join, relative, resolve } from 'node:path'
import { type BuilderOptions, builderOptions, type OutletFolders } from '../builder/build-options.ts'
import { BuildSession } from '../builder/build-session.ts'
import { currentInstant } from '../builder/current-instant.ts'
import type { RenderSession } from '../builder/render-session.ts'
import { SiteBuilder } from '../builder/site-builder.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { PreviewSession } from '../preview/preview-session.ts'
import type { EleventyConfig } from './eleventy-config.ts'
import { rethrowWithoutLog, rethrowWithReport } from './rethrow.ts'

/**
 * Lampstand as a plugin of Eleventy. Before each build of Eleventy it prepares and checks the whole site; Eleventy
 * paginates one virtual template over the outputs that changed; after the build the new files move to their place, all
 * at once.
 *
 * @param folders the folders of the outlet, from the folder of `.eleventy.ts`
 */
export function lampstand(config: EleventyConfig, folders: OutletFolders): void {
  const root = process.cwd()
  const isPreview = process.env.ELEVENTY_RUN_MODE !== 'build'
  const logError = config.lampstand === undefined ? rethrowWithReport : rethrowWithoutLog
  let session = config.lampstand
  let urls: readonly UrlPath[] = []

  config.setQuietMode(true)
  // Files that git ignores may be part of the site.
  config.setUseGitIgnore(false)
  // With `awaitWriteFinish`, a file that is removed meanwhile would be published and never removed.
  config.setChokidarConfig({ awaitWriteFinish: false })
  config.setWatchThrottleWaitTime(20)
  // Lampstand's commands watch the folders themselves.
  if (session === undefined) {
    for (const folder of [folders.content, folders.public, join(folders.layouts, 'styles')]) {
      config.addWatchTarget(relative(root, resolve(root, folder)) || root, { resetConfig: false })
    }
  }

  config.on('eleventy.beforeWatch', (changed) => session?.onSaved?.(changed))

  config.on('eleventy.before', async ({ directories }) => {
    const out = join(root, relative(root, directories.output))
    session ??= createSession(builderOptions(root, { folders, out, now: currentInstant, preview: isPreview }))
    urls = await session.begin().catch(logError)
  })

  config.addTemplate(
    'outputs.11ty.js',
    { render: async ({ url }) => session?.render(url) ?? '' },
    {
      pagination: { data: 'urls', size: 1, alias: 'url', before: () => urls },
      urls: ['/'], // `before` replaces it
      permalink: ({ url }: { url: UrlPath }) => session?.permalink(url),
      // A preview writes to the output folder; a build stages its files elsewhere.
      permalinkBypassOutputDir: !isPreview,
      eleventyAllowMissingExtension: true,
      eleventyExcludeFromCollections: true,
      layout: false,
    },
  )

  config.on('eleventy.after', () => session?.end().catch(logError))
}

/** Creates the session of Eleventy's own command. */
function createSession(options: BuilderOptions): RenderSession {
  const builder = new SiteBuilder(options)
  return options.inPlace ? new PreviewSession(builder, {}) : new BuildSession(builder)
}
