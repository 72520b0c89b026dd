import { readFileSync } from 'node:fs'
import { fileOfShown } from '../content/shown.ts'
import type { Problem } from '../problems/problem.ts'
import { reportGithub } from '../problems/report-github.ts'
import { reportJson } from '../problems/report-json.ts'
import { reportText } from '../problems/report-text.ts'
import { number } from '../site/words.ts'
import type { Format, Options } from './options.ts'

/** Where a report goes, and what may be shown there. */
export interface Terminal {
  write(text: string): void
  /** Whether a person reads along; a log may be read by others. */
  isTTY: boolean
}

/** Prints problems, and in words how many there are. */
export function printProblems(
  problems: readonly Problem[],
  format: Format,
  terminal: Terminal,
  { content, folder }: Pick<Options, 'content' | 'folder'>,
): void {
  if (format === 'json') return terminal.write(reportJson(problems))
  if (format === 'github') return terminal.write(reportGithub(problems))
  if (problems.length === 0) return
  terminal.write(
    `${reportText(problems, (file) => quotable(fileOfShown(file, content, folder), terminal.isTTY), terminal.isTTY)}\n${tally(problems)}\n`,
  )
}

/** How many problems of each severity: “2 errors, 1 warning”. */
export function tally(problems: readonly Problem[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${number(count, 'en')} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ')
}

/**
 * The lines of a file that a report may quote. Logs are kept and shared: what is not published is quoted to a person at a terminal
 * only.
 */
function quotable(path: string, isTTY: boolean): string[] | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  if (
    !isTTY &&
    /^\s*["']?(?:status["']?\s*:\s*["']?(?:draft|withdrawn)|embargo["']?\s*:)|\bstatus["']?\s*:\s*["']?waiting/m.test(
      text,
    )
  )
    return undefined
  if (!isTTY && path.endsWith('.eml')) return undefined
  // A picture or a recording has no lines.
  if (text.length > 2_000_000 || text.includes('\0')) return undefined
  return text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
}
