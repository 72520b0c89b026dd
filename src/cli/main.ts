import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { UnsafeOutput } from '../builder/output-folder.ts'
import { displayPath } from '../content/display-path.ts'
import { failureText, rootCause } from '../problems/failure-text.ts'
import { ProblemsFound } from '../problems/problem.ts'
import { fsErrorMessage } from './fs-error-message.ts'
import { help } from './help.ts'
import { type Help, type Options, readOptions, UsageError } from './options.ts'
import { printProblems, type Terminal } from './print-problems.ts'

/** What a command can use of the world around it. */
export interface CommandContext {
  stdout: Terminal
  stderr: Terminal
  /** The folder of the bundled code, from the folder of Lampstand; undefined where the sources run. */
  bundleFolder: string | undefined
  /** The thread of the press, where it was started already. */
  buildWorker: Worker | undefined
}

/** What .eleventy.ts says, for Eleventy where it runs bundled. */
export const configuration = () => import('../../.eleventy.ts')

/**
 * Runs a command line.
 *
 * @param root the folder of Lampstand, which holds .eleventy.ts
 * @param cwd the folder that the command was given in
 * @returns the exit code, as `lampstand --help` explains it
 */
export async function main(
  args: readonly string[],
  {
    root,
    cwd,
    bundleFolder,
    buildWorker,
  }: { root: string; cwd: string } & Pick<CommandContext, 'bundleFolder' | 'buildWorker'>,
): Promise<number> {
  const out = terminal(process.stdout)
  const log = terminal(process.stderr)
  let options: Options | Help | 'version'
  try {
    options = readOptions(args, root, cwd, Date.now())
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    log.write(`${error.message}\n`)
    return 2
  }
  if (options === 'version') {
    out.write(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`)
    return 0
  }
  if ('help' in options) {
    out.write(help(options.help))
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
    reply: async () => (await import('./import-reply.ts')).replyCommand,
    headers: async () => (await import('./headers.ts')).headersCommand,
  }
  try {
    assertContent(options)
    const command = await commands[options.command]()
    return await command(options, { stdout: out, stderr: log, bundleFolder, buildWorker })
  } catch (error) {
    if (error instanceof ProblemsFound) {
      await printProblems(error.problems, options.format, out, options)
      if (options.format === 'text') log.write('Nothing was written.\n')
      return 1
    }
    if (error instanceof UnsafeOutput || error instanceof UsageError) {
      log.write(`${error.message}\n`)
      return 2
    }
    const place = fsErrorMessage(rootCause(error), options)
    if (place !== undefined) {
      log.write(`${place}\n`)
      return 2
    }
    log.write(`Lampstand failed: ${failureText(error)}\n`)
    return 3
  }
}

function terminal(stream: NodeJS.WriteStream): Terminal {
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY === true }
}

/**
 * Makes sure that there is a folder where content is looked for.
 *
 * @throws UsageError which names it as it was given
 */
function assertContent({ content, givenContent, cwd }: Options): void {
  const found = statSync(content, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) return
  const named = givenContent === undefined ? displayPath(content, cwd) : `--content ${givenContent}`
  const why = found === undefined ? 'there is no such folder' : 'that is a file'
  throw new UsageError(`Unexpected ${named}: ${why}. Name the folder that holds site.yml with --content.`)
}
