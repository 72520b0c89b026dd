import type { Problem } from './problem.ts'

/** Renders problems as a JSON array of objects, in the form that docs/contracts/problems.md describes. */
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
