import type { Problem } from './problem.ts'

/** Renders problems for programs: a JSON array, one object a problem, as docs/contracts/problems.md promises. */
export function reportJson(problems: readonly Problem[]): string {
  return `${JSON.stringify(
    problems.map(({ file, start, end, severity, name, message, fix }) => ({
      file,
      line: start.line,
      column: start.column,
      ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
      severity,
      name,
      message,
      hint: fix,
    })),
    null,
    2,
  )}\n`
}
