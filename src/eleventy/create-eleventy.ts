import { relative } from 'node:path'
import type { RenderSession } from '../builder/render-session.ts'
import type { Eleventy, EleventyConfig } from './eleventy-config.ts'

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
  const eleventy: Eleventy = new Eleventy(input, relative(process.cwd(), out) || '.', {
    source: 'cli', // otherwise the folders of the configuration win over the ones given here
    configPath,
    runMode,
    quietMode: true,
    config: configure,
  })
  eleventy.disableLogger()
  await eleventy.init()
  return eleventy
}
