/** A stream that a command prints to. */
export interface Terminal {
  write(text: string): void
  /** True if a person reads along; false for a log, which others may read. */
  isTTY: boolean
}

/** Wraps a stream of this process. */
export function createTerminal(stream: NodeJS.WriteStream): Terminal {
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY === true }
}
