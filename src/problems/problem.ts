import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

type Severity = 'error' | 'warning'

/** A mistake that the catalogue knows, said of one case of it. */
export interface Finding {
  name: string
  severity: Severity
  message: string
  fix: string
}

/** One or two points of a file; lines and columns count from 1, as editors count them. */
export interface Place {
  start: { line: number; column: number }
  end?: { line: number; column: number }
}

/** A finding at its place. `file` is the path that the writer knows it by. */
export interface Problem extends Finding, Place {
  file: string
}

/** An entry of the catalogue: what writers are told, and why the rule stands. */
export interface Definition<Message, Hint> {
  name: string
  severity: Severity
  /** Why the rule stands, for docs/guide/problems.md. */
  why: string
  message: Message
  hint: string | Hint
}

// biome-ignore lint/suspicious/noExplicitAny: each entry has words of its own
type Say = (...words: any[]) => string

/** The words of a case: a hint may need more of them than its message. */
type Words<Message extends Say, Hint extends Say> =
  Parameters<Message> extends [...Parameters<Hint>, ...unknown[]] ? Parameters<Message> : Parameters<Hint>

/** A catalogue entry that can be said of a case: `unknownCountry('Malli', 'Mali')` is a finding. */
export type Kind<Words extends unknown[]> = ((...words: Words) => Finding) & { definition: Definition<Say, Say> }

export function define<Message extends Say, Hint extends Say = () => string>(
  definition: Definition<Message, Hint>,
): Kind<Words<Message, Hint>> {
  const { name, severity, message, hint } = definition
  const say = (...words: Words<Message, Hint>): Finding => ({
    name,
    severity,
    message: message(...words),
    fix: typeof hint === 'string' ? hint : hint(...words),
  })
  return Object.assign(say, { definition })
}

/** The very beginning of a file: the place of what is missing from it. */
export const fileStart: Place = { start: { line: 1, column: 1 } }

/** Puts a finding on a file; the file carries it until the reporters ask. */
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

/** The problems that a file carries, in the order of their places. */
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

/** By file, then by place, then by name, so that two runs and two machines report alike; each said once. */
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
  const said = new Set<string>()
  return sorted.filter((problem) => {
    const key = [problem.file, problem.start.line, problem.start.column, problem.name, problem.message].join('\0')
    return !said.has(key) && said.add(key)
  })
}

/** Thrown where a build cannot go on: carries every problem found, errors and warnings. */
export class ProblemsFound extends Error {
  override name = 'ProblemsFound'

  constructor(readonly problems: readonly Problem[]) {
    super(`${problems.filter(({ severity }) => severity === 'error').length} problems found`)
  }
}
