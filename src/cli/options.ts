import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parseInstant } from '../newsroom/moment.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { didYouMean } from '../problems/suggestion.ts'
import { UsageError } from './usage-error.ts'

const commands = ['build', 'serve', 'check', 'new', 'reply', 'headers'] as const
export type Command = (typeof commands)[number]

export type Format = 'text' | 'json' | 'github'

/** A parsed command line. Folders are absolute. */
export interface Options {
  command: Command
  /** The words after the command. */
  args: string[]
  root: string
  /** The folder that the command was given in. */
  cwd: string
  content: string
  /** The value of `--content` as it was given. */
  givenContent: string | undefined
  out: string | undefined
  /** Milliseconds since 1970. */
  now: number
  format: Format
  /** The commit that published corrections are compared with. */
  since: string
  /** The slug of the story that a reply is to. */
  story: string | undefined
  port: number
}

/** A request for help with one command, or with all of them. */
export interface Help {
  help: Command | undefined
}

const optionTypes = {
  content: { type: 'string' },
  out: { type: 'string' },
  now: { type: 'string' },
  format: { type: 'string' },
  port: { type: 'string' },
  since: { type: 'string' },
  story: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

/**
 * Parses a command line.
 *
 * @param clock the current time, in milliseconds since 1970
 * @throws UsageError
 */
export function readOptions(
  args: readonly string[],
  root: string,
  cwd: string,
  clock: number,
): Options | Help | 'version' {
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    const option = /'(--?[^ '=]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? ''
    const names = Object.keys(optionTypes).map((name) => `--${name}`)
    if (names.includes(option)) throw new UsageError(`Unexpected ${option} without a value. See lampstand --help.`)
    throw new UsageError(`Unexpected option ${option}. ${didYouMean(closestMatch(option, names))}See lampstand --help.`)
  }
  const { values, positionals } = parsed
  const [first, ...words] = positionals
  if (values.version === true && values.help !== true) return 'version'
  const command = first === 'help' ? words[0] : first
  if (command === undefined) return { help: undefined }
  if (!isCommand(command)) {
    throw new UsageError(
      `Unexpected command ${command}. ${didYouMean(closestMatch(command, commands))}Commands: ${commands.join(', ')}.`,
    )
  }
  if (first === 'help' || values.help === true) return { help: command }
  if (!['new', 'reply', 'headers'].includes(command) && words.length > 0)
    throw new UsageError(`Unexpected word ${words[0]} behind ${command}. See lampstand --help.`)
  if (values.out !== undefined && command !== 'build')
    throw new UsageError(`Unexpected --out: ${command} has no output folder.`)
  if (values.port !== undefined && command !== 'serve')
    throw new UsageError(`Unexpected --port: ${command} serves nothing.`)
  if (values.since !== undefined && command !== 'check')
    throw new UsageError(`Unexpected --since: ${command} compares with nothing.`)
  if (values.story !== undefined && command !== 'reply')
    throw new UsageError(`Unexpected --story: ${command} adds no letter.`)
  const format = values.format ?? 'text'
  if (format !== 'text' && format !== 'json' && format !== 'github') {
    throw new UsageError(`Unexpected format ${format}, expected text, json or github.`)
  }
  const now = values.now === undefined ? clock : parseInstant(values.now)
  if (now === undefined) {
    throw new UsageError(
      `Unexpected --now ${values.now}, expected an instant with a zone, like 2026-11-30T09:00-06:00 or 2026-11-30T15:00Z.`,
    )
  }
  const port = Number(values.port ?? 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new UsageError(`Unexpected --port ${values.port}, expected a number up to 65535.`)
  return {
    command,
    args: words,
    root,
    cwd,
    content: values.content === undefined ? join(root, 'content') : resolve(cwd, values.content),
    givenContent: values.content,
    out: values.out === undefined ? undefined : resolve(cwd, values.out),
    now,
    format,
    story: values.story,
    since: values.since ?? 'HEAD',
    port,
  }
}

const parse = (args: readonly string[]) => parseArgs({ args: [...args], options: optionTypes, allowPositionals: true })

function isCommand(word: string): word is Command {
  return (commands as readonly string[]).includes(word)
}
