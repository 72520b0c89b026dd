import type { Command } from './options.ts'

/** What each command is for: how it is given, and the lines that say what it does. */
const commands: Readonly<Record<Command, readonly [usage: string, ...does: string[]]>> = {
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

interface Option {
  flag: string
  says: readonly string[]
  /** What holds without it. */
  otherwise: string
  /** The commands that have it; undefined where all do. */
  of?: readonly Command[]
}

const options: readonly Option[] = [
  { flag: '--content <folder>', says: ['the folder with site.yml and articles/'], otherwise: '(content)' },
  { flag: '--out <folder>', says: ['where the site is written'], otherwise: '(_site)', of: ['build'] },
  {
    flag: '--now <instant>',
    says: ['the moment that decides what is published,', 'like 2026-11-30T09:00-06:00'],
    otherwise: '(this moment)',
    of: ['build', 'check', 'new', 'reply'],
  },
  {
    flag: '--format text|json|github',
    says: ['how problems are reported'],
    otherwise: '(text)',
    of: ['build', 'check'],
  },
  {
    flag: '--since <commit>',
    says: ['published corrections must be as they were there'],
    otherwise: '(HEAD)',
    of: ['check'],
  },
  { flag: '--story <slug>', says: ['the story that the letter answers'], otherwise: '(the e-mail’s)', of: ['reply'] },
  { flag: '--port <number>', says: ['the first port to try'], otherwise: '(8080)', of: ['serve'] },
]

/** What `lampstand --help` prints, and `lampstand <command> --help` of one command. */
export function help(command?: Command): string {
  const shown = command === undefined ? (Object.keys(commands) as Command[]) : [command]
  const has = ({ of }: Option) => of === undefined || command === undefined || of.includes(command)
  return [
    ...(command === undefined ? ['Lampstand: a static newsroom for ministry news.', ''] : []),
    ...shown.flatMap((name) => commandLines(commands[name])),
    '',
    'Options',
    ...options.filter(has).flatMap((option) => optionLines(option, command === undefined)),
    ...(command === undefined
      ? ['  --help, --version', '', 'lampstand help <command> says this of one command.', '', ...exitCodes]
      : []),
    '',
  ].join('\n')
}

const commandLines = ([usage, ...does]: readonly string[]) =>
  does.map((line, index) => `  ${(index === 0 ? (usage ?? '') : '').padEnd(26)}${line}`)

const optionLines = ({ flag, says, otherwise, of }: Option, named: boolean) =>
  says.map((line, index) =>
    index > 0
      ? `  ${''.padEnd(26)}${line}`
      : `  ${flag.padEnd(26)}${line.padEnd(50)}${named && of !== undefined ? `${otherwise.padEnd(16)}${of.join(', ')}` : otherwise}`,
  )

const exitCodes = [
  'Exit codes',
  '  0  done; there may be warnings',
  '  1  there are problems; nothing was written and the last good site is untouched',
  '  2  the command was not understood, or a folder cannot be used',
  '  3  Lampstand failed; that is a mistake of ours',
]
