import { existsSync } from 'node:fs'
import type { BuildSession } from '../builder/build-session.ts'
import type { BuildEvent } from './eleventy-config.ts'

/** Thrown if Eleventy's own command has an option with which it cannot build the site. */
class UnsupportedOption extends Error {
  override name = 'UnsupportedOption'
  /** Eleventy prints the message without its stack. */
  readonly skipOriginalStack = true
}

/** @throws UnsupportedOption if Eleventy would render less than the site, or write no files */
export function assertSupported({ outputMode, incremental }: Pick<BuildEvent, 'outputMode' | 'incremental'>): void {
  if (outputMode !== 'fs') {
    throw new UnsupportedOption('A Lampstand site can only be written as files. Run Eleventy without --to.')
  }
  if (incremental) {
    throw new UnsupportedOption(
      'Eleventy’s --incremental would leave out pages that changed. Leave it out: Lampstand renders only changed pages anyway.',
    )
  }
}

/** @throws UnsupportedOption if Eleventy did not write what it was to write */
export function assertWritten(session: BuildSession): void {
  if (session.outputFiles.every((file) => existsSync(file))) return
  throw new UnsupportedOption(
    'Eleventy did not write the pages of the site, and nothing was published. Run it without --dryrun, --ignore-initial and --formats.',
  )
}
