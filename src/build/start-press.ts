import { existsSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { cacheFolder } from './cache.ts'
import { startThread } from './heaps.ts'

/**
 * Starts the thread that makes editions. It takes its time, and little code to start: a build starts it before anything else, and as
 * long as nobody asks it for something it holds up no process.
 *
 * @param module the file of edition-thread.ts, bundled
 * @param workFolder where what was kept is
 */
export function startPress(module: string, workFolder: string): Worker {
  const thread = startThread(module, existsSync(cacheFolder(workFolder, false)))
  thread.unref()
  return thread
}
