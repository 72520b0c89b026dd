import { styleText } from 'node:util'
import type { Problem } from './problem.ts'

/**
 * Renders problems for a person: grouped by file, each with its place, message, name, hint and the lines around it.
 *
 * `lines` gives the lines of a file, or undefined where they may not or cannot be shown.
 */
export function reportText(
  problems: readonly Problem[],
  lines: (file: string) => readonly string[] | undefined,
  color: boolean,
): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text
  const out: string[] = []
  for (const [file, group] of groupByFile(problems)) {
    out.push(paint('underline', file))
    const source = lines(file)
    for (const problem of group) {
      const place = `${problem.start.line}:${problem.start.column}`.padStart(6)
      const severity = problem.severity === 'error' ? paint('red', 'error  ') : paint('yellow', 'warning')
      out.push(`${place}  ${severity}  ${problem.message}   ${paint('dim', problem.name)}`)
      if (problem.fix !== '') out.push(`        hint     ${problem.fix}`)
      if (source !== undefined) out.push(...frame(problem, source, paint))
    }
    out.push('')
  }
  return out.join('\n')
}

function groupByFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) groups.set(problem.file, [...(groups.get(problem.file) ?? []), problem])
  return groups
}

const widest = 110

/** The line of a problem with the line before it, and a mark under what is meant. */
function frame(
  { start, end }: Problem,
  source: readonly string[],
  paint: (style: 'red' | 'dim', text: string) => string,
): string[] {
  const line = source[start.line - 1]
  if (line === undefined) return []
  const width = String(start.line).length
  // A long line is shown from a little before the mark.
  const from = start.column > widest - 30 ? start.column - 31 : 0
  const cut = (text: string) => {
    const part = text.slice(from, from + widest).replaceAll('\t', ' ')
    return `${from > 0 ? '…' : ''}${part}${text.length > from + widest ? '…' : ''}`.replace(
      /[\u0000-\u001f\u007f-\u009f]/g,
      '�',
    )
  }
  const before = source[start.line - 2]
  const lineEnd = Math.max(line.length + 1, start.column + 1)
  const last = end === undefined ? start.column + 1 : end.line === start.line ? Math.min(end.column, lineEnd) : lineEnd
  const length = Math.max(1, Math.min(last - start.column, widest))
  const margin = ' '.repeat(Math.max(0, start.column - 1 - from + (from > 0 ? 1 : 0)))
  return [
    ...(before === undefined ? [] : [paint('dim', `   ${String(start.line - 1).padStart(width)} | ${cut(before)}`)]),
    ` > ${start.line} | ${cut(line)}`,
    `   ${' '.repeat(width)} | ${margin}${paint('red', '^'.repeat(length))}`,
  ]
}
