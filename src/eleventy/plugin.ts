import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { builderOptions, type OutletFolders } from '../builder/build-options.ts'
import { BuildSession } from '../builder/build-session.ts'
import { currentInstant } from '../builder/current-instant.ts'
import { SiteBuilder } from '../builder/site-builder.ts'
import { hash128 } from '../fingerprint/hash.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { serveBelow } from '../preview/serve-below.ts'
import type { CustomFileSource } from '../site/custom-file.ts'
import { configureTemplates } from './configure-templates.ts'
import type { EleventyConfig, MergedConfig } from './eleventy-config.ts'
import { renderCustomFiles } from './render-custom-files.ts'
import { rethrowWithoutLog, rethrowWithReport } from './rethrow.ts'
import { hasTransforms, prepareTransforms } from './transforms.ts'
import { assertSupported, assertSupportedConfig, assertWritten } from './unsupported-options.ts'

/** The virtual template of all outputs. */
const outputsTemplate = 'outputs.11ty.js'

/**
 * Lampstand as a plugin of Eleventy. Before each build of Eleventy it prepares and checks the whole site; Eleventy
 * paginates one virtual template over the outputs that changed; after the build the new files move to their place, all
 * at once.
 *
 * @param folders the folders of the outlet, from the folder of `.eleventy.ts`
 */
export function lampstand(config: EleventyConfig, folders: OutletFolders): void {
  if (config.customFiles !== undefined) return configureTemplates(config, config.customFiles)
  const root = process.cwd()
  const templates = resolve(root, folders.templates ?? 'templates')
  const command = config.lampstand
  const logError = command === undefined ? rethrowWithReport : rethrowWithoutLog
  let session = command
  /** The build of Eleventy's own command. */
  let ownBuild: BuildSession | undefined
  let urls: readonly UrlPath[] = []
  let isConfigured = false
  let configPath = '.eleventy.ts'
  /** True if `.eleventy.ts` copies files. */
  let hasCopies = false
  /** True if pages change after they are rendered. Transforms need strings; other pages stay bytes, which is faster. */
  let isTransformed = false

  config.setQuietMode(true)
  // Files that git ignores may be part of the site.
  config.setUseGitIgnore(false)
  // With `awaitWriteFinish`, a file that is removed meanwhile would be published and never removed.
  config.setChokidarConfig({ awaitWriteFinish: false })
  config.setWatchThrottleWaitTime(20)
  for (const path of Object.keys(config.passthroughCopies)) config.addWatchTarget(path, { resetConfig: false })
  // Lampstand's commands watch the folders themselves.
  if (command === undefined) {
    for (const folder of [folders.content, folders.public, templates, join(folders.layouts, 'styles')]) {
      config.addWatchTarget(relative(root, resolve(root, folder)) || root, { resetConfig: false })
    }
  }

  config.on('eleventy.config', (merged) => {
    // Eleventy emits this event again before each batch.
    if (isConfigured) return
    isConfigured = true
    const mergedConfig = merged.getConfig()
    assertSupportedConfig(mergedConfig)
    configPath = config.configPath ?? merged.getLocalProjectConfigFile()
    hasCopies = takeCustomFiles(mergedConfig)
    isTransformed = hasTransforms(mergedConfig, config)
    if (isTransformed) prepareTransforms(mergedConfig, () => session)
  })

  config.on('eleventy.beforeWatch', (changed) => session?.onSaved?.(changed))

  config.on('eleventy.before', async (event) => {
    const out = join(root, relative(root, event.directories.output))
    if (command === undefined) {
      assertSupported(event)
      ownBuild?.abandon()
      const options = builderOptions(root, { folders, out, now: currentInstant, preview: false })
      ownBuild = new BuildSession(new SiteBuilder(options))
      session = ownBuild
    }
    if (session === undefined) return
    const folder = join(session.workFolder, `eleventy-${hash128(out).slice(0, 12)}`)
    const makeFiles: CustomFileSource = (context) => renderCustomFiles(configPath, templates, folder, context)
    const customFiles = hasCopies || existsSync(templates) ? makeFiles : undefined
    // A build has several batches, a preview several builds.
    if (isTransformed && (session.inPlace || session.transforms === undefined)) session.transforms = { problems: [] }
    urls = await session.begin(customFiles).catch(logError)
  })

  config.setServerOptions({ middleware: [serveBelow(() => session?.base ?? '')] })

  config.addTemplate(
    outputsTemplate,
    {
      render: async ({ url }) => {
        const text = (await session?.render(url)) ?? ''
        return isTransformed ? text.toString() : text
      },
    },
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

/**
 * Leaves the outlet's own files to the instance that makes them, so that none is written before everything is checked:
 * takes everything but the outputs out of a configuration. Returns true if there was anything.
 */
function takeCustomFiles(config: ReturnType<MergedConfig['getConfig']>): boolean {
  const copies = Object.keys(config.passthroughCopies)
  config.passthroughCopies = {}
  config.virtualTemplates = { [outputsTemplate]: config.virtualTemplates[outputsTemplate] ?? {} }
  // Templates on disk: the outlet's own ones are made by the other instance, and content is never a template.
  config.ignores.add('**/*')
  return copies.length > 0
}
