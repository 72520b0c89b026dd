import type { Server } from 'node:http'
import { relative } from 'node:path'
import { loopbackOnly } from './loopback-only.ts'
import type { BuildOverrides } from './plugin.ts'

/** The configuration, from the folder it lies in. Eleventy does not find it by itself. */
const configPath = '.eleventy.ts'

interface Eleventy {
  disableLogger(): void
  init(): Promise<void>
  write(): Promise<unknown>
  watch(): Promise<(path: string) => Promise<void>>
  serve(port?: number): Promise<void>
  stopWatch(): Promise<void>
  watcher: { on(event: 'unlink' | 'unlinkDir', listener: (path: string) => void): void }
  eleventyServe: { init(): Promise<void>; initServerInstance(): Promise<void>; server: { server: Server } }
}

async function createEleventy(out: string, runMode: 'build' | 'serve', overrides: BuildOverrides): Promise<Eleventy> {
  // @ts-expect-error Eleventy has no types
  const { Eleventy } = await import('@11ty/eleventy')
  const eleventy: Eleventy = new Eleventy(undefined, relative(process.cwd(), out) || '.', {
    source: 'cli', // or the folders of the configuration win over the one given here
    configPath,
    runMode,
    quietMode: true,
    config: (config: { lampstand?: BuildOverrides }) => {
      config.lampstand = overrides
    },
  })
  eleventy.disableLogger()
  await eleventy.init()
  return eleventy
}

/** Builds once, by Eleventy. */
export async function build(out: string, overrides: BuildOverrides): Promise<void> {
  const eleventy = await createEleventy(out, 'build', overrides)
  await eleventy.write()
}

/**
 * Builds, serves to this machine, and builds again whenever something is saved, until `stop` is called.
 *
 * @param port the port to try first; one that is taken is passed over
 * @returns the address, and a way to stop
 */
export async function serve(
  out: string,
  port: number,
  overrides: BuildOverrides,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const eleventy = await createEleventy(out, 'serve', overrides)
  const rebuild = await eleventy.watch()
  // Eleventy builds when a file is added or changed, and not when one is deleted.
  eleventy.watcher.on('unlink', (path) => void rebuild(path))
  await eleventy.eleventyServe.init()
  await eleventy.eleventyServe.initServerInstance()
  const { server } = eleventy.eleventyServe.server
  loopbackOnly(server)
  const listening = new Promise<void>((resolve) => server.once('listening', resolve))
  await eleventy.serve(port)
  await listening
  const bound = server.address()
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port
  return { address: `http://localhost:${actual}/`, stop: () => eleventy.stopWatch() }
}
