import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { UnsafeOutput } from '../build/publish.ts'
import { failureText } from '../problems/failure.ts'
import { ProblemsFound } from '../problems/problem.ts'
import { help } from './help.ts'
import { type Options, readOptions, UsageError } from './options.ts'
import { printProblems, type Terminal } from './report.ts'

/** What a command can use of the world around it. */
export interface Surroundings {
  out: Terminal
  log: Terminal
  /** The folder of the bundled code, from the folder of Lampstand; undefined where the sources run. */
  code: string | undefined
  /** The thread of the press, where it was started already. */
  press: Worker | undefined
}

/** What .eleventy.ts says, for Eleventy where it runs bundled. */
export const configuration = () => import('../../.eleventy.ts')

/**
 * Runs a command line.
 *
 * @param root the folder of Lampstand, which holds .eleventy.ts
 * @param folder the folder that the command was given in
 * @returns the exit code, as `lampstand --help` explains it
 */
export async function main(
  args: readonly string[],
  { root, folder, code, press }: { root: string; folder: string } & Pick<Surroundings, 'code' | 'press'>,
): Promise<number> {
  const out = terminal(process.stdout)
  const log = terminal(process.stderr)
  let options: Options | 'help' | 'version'
  try {
    options = readOptions(args, root, folder, Date.now())
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    log.write(`${error.message}\n`)
    return 2
  }
  if (options === 'help') {
    out.write(help)
    return 0
  }
  if (options === 'version') {
    out.write(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`)
    return 0
  }
  // Eleventy finds its configuration and its templates from the working folder.
  process.chdir(root)
  // Each command loads what it needs, and no more.
  const commands = {
    build: async () => (await import('./build.ts')).buildCommand,
    serve: async () => (await import('./serve.ts')).serveCommand,
    check: async () => (await import('./check.ts')).checkCommand,
    new: async () => (await import('./new.ts')).newCommand,
    reply: async () => (await import('./reply.ts')).replyCommand,
    headers: async () => (await import('./headers.ts')).headersCommand,
  }
  try {
    const command = await commands[options.command]()
    return await command(options, { out, log, code, press })
  } catch (error) {
    if (error instanceof ProblemsFound) {
      printProblems(error.problems, options.format, out, options)
      if (options.format === 'text') log.write('Nothing was written.\n')
      return 1
    }
    if (error instanceof UnsafeOutput || error instanceof UsageError) {
      log.write(`${error.message}\n`)
      return 2
    }
    log.write(`Lampstand failed: ${failureText(error)}\n`)
    return 3
  }
}

function terminal(stream: NodeJS.WriteStream): Terminal {
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY === true }
}

/** A folder as the person who gave the command would name it. */
export function shown(path: string, folder: string): string {
  const name = relative(folder, path)
  return name.startsWith('..') ? path : `${name}/`
}
