import { join } from 'node:path'
import { folders } from '../../.eleventy.ts'
import type { PressOptions } from '../builder/prepare.ts'
import type { Surroundings } from './main.ts'
import type { Options } from './options.ts'

/** What the commands that publish or check tell the press. */
export function pressOptions(
  { root, content, now, folder }: Options,
  code: Surroundings['code'],
): Omit<PressOptions, 'cache' | 'onProgress'> {
  return {
    content,
    public: join(root, folders.public),
    layouts: join(root, folders.layouts),
    workFolder: join(root, '.lampstand'),
    shownFrom: folder,
    now,
    audience: 'public',
    worker: code === undefined ? undefined : join(root, code, 'compile-worker.cjs'),
    indexer: code === undefined ? undefined : join(root, code, 'index-worker.cjs'),
  }
}
