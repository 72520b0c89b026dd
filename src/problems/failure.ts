/** What is told of a failure that is no problem of the content: the error that others were wrapped around, as Eleventy does. */
export function failureText(error: unknown): string {
  const reason = innermost(error)
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}

function innermost(error: unknown): unknown {
  const { originalError, cause = originalError } = (error ?? {}) as { originalError?: unknown; cause?: unknown }
  return cause === undefined ? error : innermost(cause)
}
