import { parentPort } from 'node:worker_threads'
import { buildYearIndex, type IndexTask } from './build-year-index.ts'

// The worker thread of the indexer: it builds one index for each message until it receives `end`.
parentPort?.on('message', async (task: IndexTask | 'end') => {
  if (task === 'end') {
    await (await import('pagefind')).close()
    parentPort?.close()
    return
  }
  try {
    parentPort?.postMessage({ files: await buildYearIndex(task) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
