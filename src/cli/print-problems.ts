import { readFileSync } from 'node:fs'
import { resolveDisplayPath } from '../content/display-path.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Problem } from '../problems/problem.ts'
import { reportGithub } from '../problems/report-github.ts'
import { reportJson } from '../problems/report-json.ts'
import { reportText } from '../problems/report-text.ts'
import type { Format, Options } from './options.ts'

/** Where a report goes, and what may be shown there. */
export interface Terminal {
  write(text: string): void
  /** Whether a person reads along; a log may be read by others. */
  isTTY: boolean
}

/** Prints problems, and in words how many there are. A person at a terminal is shown the lines around each; a log, what it may quote. */
export async function printProblems(
  problems: readonly Problem[],
  format: Format,
  terminal: Terminal,
  { content, cwd, now }: Pick<Options, 'content' | 'cwd' | 'now'>,
): Promise<void> {
  if (format === 'json') return terminal.write(reportJson(problems))
  if (format === 'github') return terminal.write(reportGithub(problems))
  if (problems.length === 0) return
  // What decides of logs reads front matter: it is loaded where it is needed.
  const mayQuote = terminal.isTTY
    ? () => true
    : (await import('./redact-log-excerpts.ts')).logExcerptPolicy(content, now)
  const lines = (file: string) => {
    const path = resolveDisplayPath(file, content, cwd)
    const bytes = bytesAt(path)
    // A picture or a recording has no lines.
    const isText = bytes !== undefined && bytes.length <= longest && !bytes.includes(0)
    return isText && mayQuote(path, bytes) ? linesOf(bytes) : undefined
  }
  terminal.write(`${reportText(problems, lines, terminal.isTTY)}\n${countProblems(problems)}\n`)
}

/** How many problems of each severity: “2 errors, 1 warning”. */
export function countProblems(problems: readonly Problem[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${formatNumber(count, 'en')} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ')
}

/** The longest file that is quoted, in bytes. */
const longest = 2_000_000

function bytesAt(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

const linesOf = (bytes: Buffer) =>
  bytes
    .toString()
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
