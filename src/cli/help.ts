import type { Command } from './options.ts'

/** The usage of each command, and the lines that describe it. */
const commands: Readonly<Record<Command, readonly [usage: string, ...description: string[]]>> = {
  build: ['lampstand build', 'check everything, then write the site'],
  serve: ['lampstand serve', 'preview with drafts and embargoed stories; follows what you save'],
  check: ['lampstand check', 'report every problem, write nothing'],
  new: ['lampstand new "Title"', 'begin a story and print its path'],
  reply: [
    'lampstand reply mail.eml',
    'put a saved e-mail among the letters of its story,',
    'where it waits for approval',
  ],
  headers: ['lampstand headers nginx', 'print what a server must say with every page;', 'also: caddy'],
}

interface OptionHelp {
  flag: string
  description: readonly string[]
  defaultValue: string
  /** The commands that have the option; undefined for all. */
  commands?: readonly Command[]
}

const options: readonly OptionHelp[] = [
  { flag: '--content <folder>', description: ['the folder with site.yml and articles/'], defaultValue: '(content)' },
  { flag: '--out <folder>', description: ['where the site is written'], defaultValue: '(_site)', commands: ['build'] },
  {
    flag: '--now <instant>',
    description: ['the moment that decides what is published,', 'like 2026-11-30T09:00-06:00'],
    defaultValue: '(this moment)',
    commands: ['build', 'check', 'new', 'reply'],
  },
  {
    flag: '--format text|json|github',
    description: ['how problems are reported'],
    defaultValue: '(text)',
    commands: ['build', 'check'],
  },
  {
    flag: '--since <commit>',
    description: ['published corrections must be as they were there'],
    defaultValue: '(HEAD)',
    commands: ['check'],
  },
  {
    flag: '--story <slug>',
    description: ['the story that the letter answers'],
    defaultValue: '(the e-mail’s)',
    commands: ['reply'],
  },
  { flag: '--port <number>', description: ['the first port to try'], defaultValue: '(8080)', commands: ['serve'] },
]

/** Formats the output of `lampstand --help`, or that of `lampstand <command> --help`. */
export function help(command?: Command): string {
  const names = command === undefined ? (Object.keys(commands) as Command[]) : [command]
  const applies = (option: OptionHelp) =>
    option.commands === undefined || command === undefined || option.commands.includes(command)
  return [
    ...(command === undefined ? ['Lampstand: a static newsroom for ministry news.', ''] : []),
    ...names.flatMap((name) => commandLines(commands[name])),
    '',
    'Options',
    ...options.filter(applies).flatMap((option) => optionLines(option, command === undefined)),
    ...(command === undefined
      ? ['  --help, --version', '', 'lampstand help <command> says this of one command.', '', ...exitCodes]
      : []),
    '',
  ].join('\n')
}

const commandLines = ([usage, ...description]: readonly string[]) =>
  description.map((line, index) => `  ${(index === 0 ? (usage ?? '') : '').padEnd(26)}${line}`)

const optionLines = ({ flag, description, defaultValue, commands }: OptionHelp, showCommands: boolean) =>
  description.map((line, index) =>
    index > 0
      ? `  ${''.padEnd(26)}${line}`
      : `  ${flag.padEnd(26)}${line.padEnd(50)}${showCommands && commands !== undefined ? `${defaultValue.padEnd(16)}${commands.join(', ')}` : defaultValue}`,
  )

const exitCodes = [
  'Exit codes',
  '  0  done; there may be warnings',
  '  1  there are problems; nothing was written and the last good site is untouched',
  '  2  the command was not understood, or a folder cannot be used',
  '  3  Lampstand failed; that is a mistake of ours',
]
