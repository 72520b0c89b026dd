/** What is told of a failure that is no problem of the content: where it began. Eleventy wraps errors in errors. */
export function failureText(error: unknown): string {
  const reason = innermost(error)
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}

/** The error that others were wrapped around. */
export function innermost(error: unknown): unknown {
  const { originalError, cause = originalError } = (error ?? {}) as { originalError?: unknown; cause?: unknown }
  return cause === undefined ? error : innermost(cause)
}
