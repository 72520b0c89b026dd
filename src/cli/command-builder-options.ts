import { folders } from '../../.eleventy.ts'
import { type BuildChoices, type BuilderOptions, builderOptions } from '../builder/build-options.ts'
import type { CommandContext } from './command-context.ts'
import type { Options } from './options.ts'

/** Completes the options of a command to those of a builder. */
export function commandBuilderOptions(
  { root, content, cwd, now }: Options,
  { bundleFolder }: CommandContext,
  choices: Pick<BuildChoices, 'out' | 'preview'> & Partial<BuildChoices>,
): BuilderOptions {
  return builderOptions(root, { folders: { ...folders, content }, now: () => now, cwd, bundleFolder, ...choices })
}
