import { styleText } from 'node:util'
import { codeFrame } from './code-frame.ts'
import type { Problem } from './problem.ts'

/**
 * Renders problems as text, grouped by file, each with its place, message, name, fix and code frame.
 *
 * @param readLines returns the lines of a file; undefined where they cannot or must not be printed
 * @param color whether to style the text for a terminal
 */
export function reportText(
  problems: readonly Problem[],
  readLines: (file: string) => readonly string[] | undefined,
  color: boolean,
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text
  const out: string[] = []
  for (const [file, group] of groupByFile(problems)) {
    out.push(paint('underline', file))
    const lines = readLines(file)
    for (const problem of group) {
      const place = `${problem.start.line}:${problem.start.column}`.padStart(6)
      const severity = problem.severity === 'error' ? paint('red', 'error  ') : paint('yellow', 'warning')
      out.push(`${place}  ${severity}  ${problem.message}   ${paint('dim', problem.name)}`)
      if (problem.fix !== '') out.push(`        hint     ${problem.fix}`)
      if (lines !== undefined) out.push(...codeFrame(problem, lines, paint))
    }
    out.push('')
  }
  return out.join('\n')
}

function groupByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const group = groups.get(problem.file)
    if (group === undefined) groups.set(problem.file, [problem])
    else group.push(problem)
  }
  return groups
}
