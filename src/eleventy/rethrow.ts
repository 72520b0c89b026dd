import { ProblemsError } from '../problems/problem.ts'
import { reportText } from '../problems/report-text.ts'

/** Rethrows an error that a command of Lampstand reports, so that Eleventy does not log it as well. */
export function rethrowWithoutLog(error: unknown): never {
  throw error instanceof Error ? Object.defineProperty(error, '__errorAlreadyLogged', { value: true }) : error
}

/**
 * Rethrows an error under Eleventy's own command, with the problems printed in place of a stack trace, and an exit code
 * that fails.
 */
export function rethrowWithReport(error: unknown): never {
  if (!(error instanceof ProblemsError)) throw error
  process.stderr.write(`${reportText(error.problems, () => undefined, false)}\n`)
  process.exitCode = 1
  throw Object.assign(error, { skipOriginalStack: true })
}
