import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CommandResult, waitForExit } from './run-command.ts'
import { root, writeSite } from './site-fixture.ts'

/** The instant of the builds of an outlet. */
const now = '2026-11-23T12:00:00Z'

/** An outlet in a folder of its own, with its own `.eleventy.ts`, and the commands that are run there. */
export interface Outlet {
  folder: string
  /** Writes files below the outlet's folder. */
  write(files: Readonly<Record<string, string | Buffer>>): void
  lampstand(...args: string[]): Promise<CommandResult>
  startLampstand(...args: string[]): ChildProcess
  /** Runs Eleventy's own command. */
  eleventy(...args: string[]): Promise<CommandResult>
  /** Starts Eleventy's own command. */
  startEleventy(...args: string[]): ChildProcess
}

/** Creates the text of an `.eleventy.ts` with further lines in its function. */
export const eleventyTs = (lines = '', imports = ''): string => `import { lampstand } from './src/eleventy/plugin.ts'
${imports}
export const folders = { content: 'content', layouts: 'layouts', public: 'public' }

export default function (eleventyConfig: any) {
  eleventyConfig.addPlugin(lampstand, folders)
  ${lines}
  return {
    dir: { input: folders.layouts, output: '_site' },
    templateFormats: ['11ty.js'],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  }
}
`

/** Creates an outlet with one story and a copy of the engine, and writes further files. */
export function createOutlet(folder: string, files: Readonly<Record<string, string | Buffer>> = {}): Outlet {
  writeSite(folder, {})
  for (const path of ['src', 'layouts', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(root, path), join(folder, path), { recursive: true })
  // The bundle of the code is kept in node_modules/.cache, so each outlet has a folder node_modules of its own.
  mkdirSync(join(folder, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  const write = (written: Readonly<Record<string, string | Buffer>>) => {
    for (const [path, text] of Object.entries(written)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  }
  write({ '.eleventy.ts': eleventyTs(), ...files })
  const start = (args: readonly string[]) =>
    spawn(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production', LAMPSTAND_NOW: now },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  const startEleventy = (...args: string[]) =>
    start(['--import', 'tsx', 'node_modules/@11ty/eleventy/cmd.cjs', '--config=.eleventy.ts', ...args])
  const needsInstant = (command: string | undefined) => command === 'build' || command === 'check'
  return {
    folder,
    write,
    lampstand: (...args) =>
      waitForExit(start(['src/cli/lampstand.js', ...args, ...(needsInstant(args[0]) ? ['--now', now] : [])])),
    startLampstand: (...args) => start(['src/cli/lampstand.js', ...args]),
    eleventy: (...args) => waitForExit(startEleventy(...args)),
    startEleventy,
  }
}

/** Waits until a condition is met, for a minute at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('it took more than a minute')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
