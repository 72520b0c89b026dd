import type { Worker } from 'node:worker_threads'
import type { Terminal } from './terminal.ts'

/** The environment of a command. */
export interface CommandContext {
  stdout: Terminal
  stderr: Terminal
  /** The folder of the bundled code, relative to the folder of Lampstand; undefined if the sources run. */
  bundleFolder: string | undefined
  /** The build worker, if it was started already. */
  buildWorker: Worker | undefined
}
