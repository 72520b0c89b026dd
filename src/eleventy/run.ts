import type { Server } from 'node:http'
import { join, relative } from 'node:path'
import { DamagedCache } from '../cache/damaged-cache.ts'
import { FolderWatcher } from '../preview/folder-watcher.ts'
import { loopbackOnly } from '../preview/loopback-only.ts'
import { recordProblems } from '../preview/preview-status.ts'
import { failureText } from '../problems/failure-text.ts'
import type { BuildOverrides } from './plugin.ts'

interface Eleventy {
  disableLogger(): void
  init(): Promise<void>
  restart(): Promise<void>
  write(): Promise<unknown>
  watch(): Promise<(path: string) => Promise<void>>
  serveWithEleventy(port?: number): Promise<void>
  stopWatch(): Promise<void>
  eleventyServe: { init(): Promise<void>; initServerInstance(): Promise<void>; server: { server: Server } }
}

async function createEleventy(
  out: string,
  code: string | undefined,
  runMode: 'build' | 'serve',
  overrides: BuildOverrides,
): Promise<Eleventy> {
  // What makes Eleventy see modules anew that were changed is of no use to a build, and takes a thread of its own.
  if (runMode === 'build') process.env.ELEVENTY_SKIP_ESM_RESOLVER = '1'
  // @ts-expect-error Eleventy has no types
  const { Eleventy } = await import('@11ty/eleventy')
  const eleventy: Eleventy = new Eleventy(undefined, relative(process.cwd(), out) || '.', {
    source: 'cli', // or the folders of the configuration win over the one given here
    configPath: code === undefined ? '.eleventy.ts' : `${code}/configuration.cjs`, // the same, bundled
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

/** How often a build begins anew where what was kept is damaged. */
const tries = 10

/**
 * Builds once, by Eleventy.
 *
 * @param code the folder of the bundled code, from the working folder
 */
export async function buildWithEleventy(
  out: string,
  code: string | undefined,
  overrides: BuildOverrides,
): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      return await write(out, code, overrides)
    } catch (error) {
      // What was damaged is removed and made again; there may be more of it.
      if (!(error instanceof DamagedCache) || left === 1) throw error
    }
  }
}

async function write(out: string, code: string | undefined, overrides: BuildOverrides): Promise<void> {
  const slices = { size: 150, pending: false }
  const eleventy = await createEleventy(out, code, 'build', { ...overrides, slices })
  await eleventy.write()
  while (slices.pending) {
    await eleventy.restart()
    await eleventy.init()
    await eleventy.write()
  }
}

/** What a preview tells besides what was built. */
interface Hearers {
  onFailure(error: unknown): void
  /** Hears that a layout was saved, which is read when a preview starts. */
  onLayout(path: string): void
}

/**
 * Builds, serves to this machine, and builds again whenever something is saved, until `stop` is called.
 *
 * @param port the port to try first; one that is taken is passed over
 * @returns the address, and a way to stop
 */
export async function serve(
  out: string,
  code: string | undefined,
  port: number,
  overrides: BuildOverrides & Hearers,
): Promise<{ address: string; stop: () => Promise<void> }> {
  let rebuild: ((path: string) => Promise<void>) | undefined
  /** What was saved while the first edition was made. */
  const early: string[] = []
  const again = (file: string) => void (rebuild === undefined ? early.push(file) : rebuild(file))
  let watch: FolderWatcher | undefined
  /** Whether the plugin has told of the failure of a build. */
  let told = false
  const eleventy = await createEleventy(out, code, 'serve', {
    ...overrides,
    onProblems: (problems) => {
      told = true
      overrides.onProblems?.(problems)
    },
    onFailure: (error) => {
      told = true
      overrides.onFailure(error)
    },
    again,
    follow: (folders) => {
      watch?.close()
      watch = new FolderWatcher(Object.values(folders), (path) => {
        const isLayout = /\.tsx?$/.test(path) && path.startsWith(join(folders.layouts, '/'))
        if (isLayout) overrides.onLayout(path)
        else again(path)
      })
    },
  })
  rebuild = await eleventy.watch()
  const write = eleventy.write.bind(eleventy)
  eleventy.write = async () => {
    told = false
    try {
      return await write()
    } catch (error) {
      // Eleventy itself may fail, as on a disk that is full.
      if (!told) {
        overrides.onFailure(error)
        recordProblems(out, failureText(error))
      }
      throw error
    }
  }
  early.forEach(again)
  await eleventy.eleventyServe.init()
  await eleventy.eleventyServe.initServerInstance()
  const { server } = eleventy.eleventyServe.server
  loopbackOnly(server)
  const listening = new Promise<void>((resolve) => server.once('listening', resolve))
  await eleventy.serveWithEleventy(port)
  await listening
  const bound = server.address()
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port
  const stop = async () => {
    watch?.close()
    await eleventy.stopWatch()
  }
  return { address: `http://localhost:${actual}/`, stop }
}
