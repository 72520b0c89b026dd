import { createRequire } from 'node:module'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RenderSession } from '../builder/render-session.ts'
import type { Eleventy, EleventyConfig, OutletConfiguration } from './eleventy-config.ts'

/**
 * Creates an Eleventy instance that renders a session.
 *
 * @param out the output folder, absolute
 * @param bundleFolder the folder of the bundled code, from the working folder; undefined if the sources run
 */
export function createEleventy(
  session: RenderSession,
  out: string,
  bundleFolder: string | undefined,
  runMode: 'build' | 'serve',
): Promise<Eleventy> {
  // The bundle contains .eleventy.ts.
  const configPath = bundleFolder === undefined ? '.eleventy.ts' : `${bundleFolder}/configuration.cjs`
  return newEleventy(undefined, out, configPath, runMode, (config) => {
    config.lampstand = session
  })
}

/**
 * Creates an Eleventy instance that logs nothing.
 *
 * @param input the input folder, from the working folder; that of the configuration if left out
 * @param out the output folder, absolute
 * @param configure called before the configuration of the outlet
 */
export async function newEleventy(
  input: string | undefined,
  out: string,
  configPath: string,
  runMode: 'build' | 'serve',
  configure: (config: EleventyConfig) => void,
): Promise<Eleventy> {
  // Eleventy reloads changed modules through a thread of its own, which a single build does not need.
  if (runMode === 'build') process.env.ELEVENTY_SKIP_ESM_RESOLVER ??= '1'
  // @ts-expect-error Eleventy has no types
  const { Eleventy } = await import('@11ty/eleventy')
  const isImportable = isImportableByEleventy(resolve(configPath))
  const overrides: Record<string, unknown> = {}
  const eleventy: Eleventy = new Eleventy(input, relative(process.cwd(), out) || '.', {
    source: 'cli', // otherwise the folders of the configuration win over the ones given here
    configPath: isImportable ? configPath : false,
    runMode,
    quietMode: true,
    config: async (config: EleventyConfig) => {
      config.configPath = configPath
      configure(config)
      if (!isImportable) Object.assign(overrides, await runConfiguration(config, resolve(configPath)))
    },
  })
  eleventy.disableLogger()
  await eleventy.initializeConfig(overrides)
  await eleventy.init()
  return eleventy
}

/**
 * True if Eleventy can import a file. It makes a URL of the path without encoding it, which fails for a folder with `#`,
 * `?` or `%` in its name.
 */
function isImportableByEleventy(path: string): boolean {
  return new URL(`file:${path}`).href === pathToFileURL(path).href
}

/** Runs the outlet's configuration, as Eleventy would. Returns the part of its result that is not about folders. */
async function runConfiguration(config: EleventyConfig, path: string): Promise<object> {
  // Bundled code cannot import.
  const configuration: OutletConfiguration = path.endsWith('.cjs')
    ? createRequire(import.meta.url)(path)
    : (await import(pathToFileURL(path).href)).default
  const { dir = {}, ...rest } = (await configuration(config)) ?? {}
  if (dir.input !== undefined) config.setInputDirectory(dir.input)
  if (dir.includes !== undefined) config.setIncludesDirectory(dir.includes)
  if (dir.layouts !== undefined) config.setLayoutsDirectory(dir.layouts)
  if (dir.data !== undefined) config.setDataDirectory(dir.data)
  return rest
}
