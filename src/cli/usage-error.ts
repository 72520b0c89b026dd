/** Thrown if a command line is not understood, with a message for the person who typed it. */
export class UsageError extends Error {
  override name = 'UsageError'
}
