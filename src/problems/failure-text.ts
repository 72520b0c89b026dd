/** Describes a failure that is no problem of the content, by the stack of its root cause. */
export function failureText(error: unknown): string {
  const cause = rootCause(error)
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}

/** Returns the error that others were wrapped around: Eleventy wraps errors in errors. */
export function rootCause(error: unknown): unknown {
  const { originalError, cause = originalError } = (error ?? {}) as { originalError?: unknown; cause?: unknown }
  return cause === undefined ? error : rootCause(cause)
}
