import { existsSync } from 'node:fs'
import type { BuildSession } from '../builder/build-session.ts'
import type { BuildEvent, MergedConfig } from './eleventy-config.ts'

/** Thrown if Eleventy's own command or the configuration has an option with which the site cannot be built. */
export class UnsupportedOptionError extends Error {
  override name = 'UnsupportedOptionError'
  /** Eleventy prints the message without its stack. */
  readonly skipOriginalStack = true
}

/** @throws UnsupportedOptionError if Eleventy would render less than the site, or write no files */
export function assertSupported({ outputMode, incremental }: Pick<BuildEvent, 'outputMode' | 'incremental'>): void {
  if (outputMode !== 'fs') {
    throw new UnsupportedOptionError('A Lampstand site can only be written as files. Run Eleventy without --to.')
  }
  if (incremental) {
    throw new UnsupportedOptionError(
      'Eleventy’s --incremental would leave out pages that changed. Leave it out: Lampstand renders only changed pages anyway.',
    )
  }
}

/** @throws UnsupportedOptionError if Eleventy did not write what it was to write */
export function assertWritten(session: BuildSession): void {
  if (session.outputFiles.every((file) => existsSync(file))) return
  throw new UnsupportedOptionError(
    'Eleventy did not write the pages of the site, and nothing was published. Run it without --dryrun, --ignore-initial and --formats.',
  )
}

/** @throws UnsupportedOptionError if `.eleventy.ts` asks for what a Lampstand site cannot have */
export function assertSupportedConfig({
  passthroughCopiesHtmlRelative,
  pathPrefix,
}: Pick<ReturnType<MergedConfig['getConfig']>, 'passthroughCopiesHtmlRelative' | 'pathPrefix'>): void {
  if (passthroughCopiesHtmlRelative.size > 0) {
    throw new UnsupportedOptionError(
      'addPassthroughCopy with `mode: "html-relative"` cannot see the pages of Lampstand. Name the files to copy, as in addPassthroughCopy("downloads").',
    )
  }
  if (pathPrefix !== '/') {
    throw new UnsupportedOptionError(
      `Eleventy’s path prefix is ${pathPrefix}, which the pages of Lampstand do not have. Leave out --pathprefix and \`pathPrefix\`, and write the folder in \`url\` in site.yml.`,
    )
  }
}
