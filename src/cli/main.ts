import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UnsafeOutputError } from '../builder/output-folder.ts'
import { displayPath } from '../content/display-path.ts'
import { UnsupportedOptionError } from '../eleventy/unsupported-options.ts'
import { PreviewRunningError } from '../preview/preview-folder.ts'
import { failureText, rootCause } from '../problems/failure-text.ts'
import { ProblemsError } from '../problems/problem.ts'
import type { CommandContext } from './command-context.ts'
import { fsErrorMessage } from './fs-error-message.ts'
import { help } from './help.ts'
import { type Help, type Options, readOptions } from './options.ts'
import { printProblems } from './print-problems.ts'
import { createTerminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

/** Loads `.eleventy.ts` from the bundle, for Eleventy. */
export const loadConfiguration = () => import('../../.eleventy.ts')

/** The commands. Each loads the code that it needs, and no more. */
const commands = {
  build: async () => (await import('./build.ts')).buildCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  new: async () => (await import('./new.ts')).newCommand,
  reply: async () => (await import('./import-reply.ts')).replyCommand,
  headers: async () => (await import('./headers.ts')).headersCommand,
}

/**
 * Runs a command line.
 *
 * @param root the folder of Lampstand, which holds .eleventy.ts
 * @param cwd the folder that the command was given in
 * @returns the exit code, as `lampstand --help` explains it
 */
export async function main(
  args: readonly string[],
  { root, cwd, ...code }: { root: string; cwd: string } & Pick<CommandContext, 'bundleFolder' | 'buildWorker'>,
): Promise<number> {
  const context = { stdout: createTerminal(process.stdout), stderr: createTerminal(process.stderr), ...code }
  const { stdout, stderr } = context
  let options: Options | Help | 'version'
  try {
    options = readOptions(args, root, cwd, Date.now())
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    stderr.write(`${error.message}\n`)
    return 2
  }
  if (options === 'version') {
    stdout.write(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`)
    return 0
  }
  if ('help' in options) {
    stdout.write(help(options.help))
    return 0
  }
  // Eleventy resolves its configuration and its templates from the working folder.
  process.chdir(root)
  try {
    assertContentFolder(options)
    const command = await commands[options.command]()
    return await command(options, context)
  } catch (error) {
    return reportError(error, options, context)
  }
}

/** Prints why a command failed. Returns its exit code. */
async function reportError(error: unknown, options: Options, { stdout, stderr }: CommandContext): Promise<number> {
  if (error instanceof ProblemsError) {
    await printProblems(error.problems, options.format, stdout, options)
    if (options.format === 'text') stderr.write('Nothing was written.\n')
    return 1
  }
  const cause = rootCause(error)
  const isForUser = [UnsafeOutputError, PreviewRunningError, UsageError, UnsupportedOptionError].some(
    (type) => cause instanceof type,
  )
  const message = isForUser ? (cause as Error).message : fsErrorMessage(cause, options)
  if (message !== undefined) {
    stderr.write(`${message}\n`)
    return 2
  }
  stderr.write(`Lampstand failed: ${failureText(error)}\n`)
  return 3
}

/** @throws UsageError if the content folder is missing, naming it as it was given */
function assertContentFolder({ content, givenContent, cwd }: Options): void {
  const stats = statSync(content, { throwIfNoEntry: false })
  if (stats?.isDirectory() === true) return
  const name = givenContent === undefined ? displayPath(content, cwd) : `--content ${givenContent}`
  const reason = stats === undefined ? 'there is no such folder' : 'that is a file'
  throw new UsageError(`Unexpected ${name}: ${reason}. Name the folder that holds site.yml with --content.`)
}
