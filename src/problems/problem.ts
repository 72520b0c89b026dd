import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

type Severity = 'error' | 'warning'

/** One case of a problem, without its place. */
export interface Finding {
  name: string
  severity: Severity
  message: string
  fix: string
}

/** A point of a file, or a range between two; lines and columns count from 1, as editors count them. */
export interface Place {
  start: { line: number; column: number }
  end?: { line: number; column: number }
}

/** A finding at its place. `file` is the path that the writer knows it by. */
export interface Problem extends Finding, Place {
  file: string
}

// biome-ignore lint/suspicious/noExplicitAny: every problem has details of its own
type Text = (...details: any[]) => string

/** An entry of the catalogue. */
export interface ProblemDefinition<Message extends Text = Text, Fix extends Text = Text> {
  name: string
  severity: Severity
  /** Why the rule exists, for docs/guide/problems.md. */
  why: string
  message: Message
  fix: string | Fix
}

/** The details of a case: a fix may need more of them than its message. */
type Details<Message extends Text, Fix extends Text> =
  Parameters<Message> extends [...Parameters<Fix>, ...unknown[]] ? Parameters<Message> : Parameters<Fix>

/** A problem that can be found: `unknownCountry('Malli', { oneOf: ['Mali'] })` returns a finding. */
// biome-ignore lint/suspicious/noExplicitAny: every problem has details of its own
export type ProblemKind<Details extends unknown[] = any[]> = ((...details: Details) => Finding) & {
  definition: ProblemDefinition
}

/** Defines a problem of the catalogue: its severity, its message, its fix, and why the rule exists. */
export function defineProblem<Message extends Text, Fix extends Text = () => string>(
  definition: ProblemDefinition<Message, Fix>,
): ProblemKind<Details<Message, Fix>> {
  const { name, severity, message, fix } = definition
  const find = (...details: Details<Message, Fix>): Finding => ({
    name,
    severity,
    message: message(...details),
    fix: typeof fix === 'string' ? fix : fix(...details),
  })
  return Object.assign(find, { definition })
}

/** The start of a file: the place of what is missing from it. */
export const fileStart: Place = { start: { line: 1, column: 1 } }

/** Adds a finding to the messages of a file, at a place or else at its start. */
export function raise(file: VFile, finding: Finding, place: Place | undefined): void {
  const { start, end } = place ?? fileStart
  const message: VFileMessage = file.message(finding.message, {
    place: end === undefined ? start : { start, end },
    ruleId: finding.name,
    source: 'lampstand',
  })
  message.note = finding.fix
  message.fatal = finding.severity === 'error'
}

/** Returns the messages of a file as problems, in the order in which they were raised. */
export function fileProblems(file: VFile): Problem[] {
  return file.messages.map((message) => {
    const place = message.place
    const start = place === undefined ? fileStart.start : 'start' in place ? place.start : place
    const end = place !== undefined && 'start' in place ? place.end : undefined
    return {
      name: message.ruleId ?? 'unexpected',
      severity: message.fatal === true ? 'error' : 'warning',
      message: message.reason,
      fix: message.note ?? '',
      file: file.path,
      start: { line: start.line, column: start.column },
      ...(end === undefined ? {} : { end: { line: end.line, column: end.column } }),
    }
  })
}

/**
 * Sorts problems by file, place, name and message, so that two runs and two machines report alike; drops duplicates.
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const sorted = [...problems].sort(
    (a, b) =>
      order(a.file, b.file) ||
      a.start.line - b.start.line ||
      a.start.column - b.start.column ||
      order(a.name, b.name) ||
      order(a.message, b.message),
  )
  const seen = new Set<string>()
  return sorted.filter((problem) => {
    const key = [problem.file, problem.start.line, problem.start.column, problem.name, problem.message].join('\0')
    return !seen.has(key) && seen.add(key)
  })
}

/** Thrown where a build cannot go on; carries every problem, errors and warnings. */
export class ProblemsError extends Error {
  override name = 'ProblemsError'

  constructor(readonly problems: readonly Problem[]) {
    super(`${problems.filter(({ severity }) => severity === 'error').length} problems found`)
  }
}
