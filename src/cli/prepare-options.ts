import { join } from 'node:path'
import { folders } from '../../.eleventy.ts'
import type { PrepareOptions } from '../builder/prepare.ts'
import type { CommandContext } from './main.ts'
import type { Options } from './options.ts'

/** What the commands that publish or check tell the press. */
export function prepareOptions(
  { root, content, now, cwd }: Options,
  code: CommandContext['bundleFolder'],
): Omit<PrepareOptions, 'cache' | 'onProgress'> {
  return {
    content,
    public: join(root, folders.public),
    layouts: join(root, folders.layouts),
    workFolder: join(root, '.lampstand'),
    cwd,
    now,
    audience: 'public',
    compileWorker: code === undefined ? undefined : join(root, code, 'compile-worker.cjs'),
    indexWorker: code === undefined ? undefined : join(root, code, 'index-worker.cjs'),
  }
}
