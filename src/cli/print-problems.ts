import { readFileSync } from 'node:fs'
import { resolveDisplayPath } from '../content/display-path.ts'
import { formatNumber } from '../i18n/format.ts'
import type { Problem } from '../problems/problem.ts'
import { reportGithub } from '../problems/report-github.ts'
import { reportJson } from '../problems/report-json.ts'
import { reportText } from '../problems/report-text.ts'
import { splitLines } from '../problems/split-lines.ts'
import type { Format, Options } from './options.ts'
import type { Terminal } from './terminal.ts'

/** The size of the largest file that reports quote, in bytes. */
const maxQuotedSize = 2_000_000

/**
 * Prints problems and their number. At a terminal, each shows the lines around it; a log shows only lines that readers
 * may see.
 */
export async function printProblems(
  problems: readonly Problem[],
  format: Format,
  terminal: Terminal,
  { content, cwd, now }: Pick<Options, 'content' | 'cwd' | 'now'>,
): Promise<void> {
  if (format === 'json') return terminal.write(reportJson(problems))
  if (format === 'github') return terminal.write(reportGithub(problems))
  if (problems.length === 0) return
  // The policy for logs parses front matter, which is much code to load.
  const mayQuote = terminal.isTTY
    ? () => true
    : (await import('./log-excerpt-policy.ts')).createLogExcerptPolicy(content, now)
  const lines = (file: string) => {
    const path = resolveDisplayPath(file, content, cwd)
    const bytes = readBytes(path)
    // Pictures and recordings have no lines.
    const isText = bytes !== undefined && bytes.length <= maxQuotedSize && !bytes.includes(0)
    return isText && mayQuote(path, bytes) ? splitLines(bytes.toString()) : undefined
  }
  terminal.write(`${reportText(problems, lines, terminal.isTTY)}\n${formatProblemCount(problems)}\n`)
}

/** Formats the number of problems of each severity: “2 errors, 1 warning”. */
export function formatProblemCount(problems: readonly Problem[]): string {
  return (['error', 'warning'] as const)
    .map((severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${formatNumber(count, 'en')} ${severity}${count === 1 ? '' : 's'}`)
    .join(', ')
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
