import { relative } from 'node:path'
import type { RenderSession } from '../builder/render-session.ts'
import type { Eleventy, EleventyConfig } from './eleventy-config.ts'

/**
 * Creates an Eleventy instance that renders a session.
 *
 * @param bundleFolder the folder of the bundled code, from the working folder; undefined if the sources run
 */
export async function createEleventy(
  session: RenderSession,
  out: string,
  bundleFolder: string | undefined,
  runMode: 'build' | 'serve',
): Promise<Eleventy> {
  // Eleventy reloads changed modules through a thread of its own, which a single build does not need.
  if (runMode === 'build') process.env.ELEVENTY_SKIP_ESM_RESOLVER = '1'
  // @ts-expect-error Eleventy has no types
  const { Eleventy } = await import('@11ty/eleventy')
  const eleventy: Eleventy = new Eleventy(undefined, relative(process.cwd(), out) || '.', {
    source: 'cli', // otherwise the folders of the configuration win over the one given here
    // The bundle contains .eleventy.ts.
    configPath: bundleFolder === undefined ? '.eleventy.ts' : `${bundleFolder}/configuration.cjs`,
    runMode,
    quietMode: true,
    config: (config: EleventyConfig) => {
      config.lampstand = session
    },
  })
  eleventy.disableLogger()
  await eleventy.init()
  return eleventy
}
