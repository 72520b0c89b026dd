import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { IndexTask } from './build-year-index.ts'
import type { IndexFiles } from './index-files.ts'

/** Builds search indexes, one after another. */
export interface Indexer {
  build(task: IndexTask): Promise<IndexFiles>
  close(): Promise<void>
}

/**
 * Opens an indexer, which starts its worker thread when it is first used.
 *
 * @param workerFile the bundled file of index-worker.ts; without it indexes are built in this thread
 */
export function openIndexer(workerFile: string | undefined): Indexer {
  let worker: Worker | undefined
  let isUsed = false
  return {
    async build(task) {
      isUsed = true
      if (workerFile === undefined) return (await import('./build-year-index.ts')).buildYearIndex(task)
      worker ??= new Worker(workerFile)
      worker.postMessage(task)
      const [{ files, error }] = (await once(worker, 'message')) as [{ files: IndexFiles; error?: string }]
      if (error !== undefined) throw new Error(error)
      return files
    },
    async close() {
      if (!isUsed) return
      if (worker === undefined) return void (await (await import('pagefind')).close())
      worker.postMessage('end')
      worker.unref() // the build does not wait for the thread to end
    },
  }
}
