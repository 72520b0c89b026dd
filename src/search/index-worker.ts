import { parentPort } from 'node:worker_threads'
import { buildIndex, type IndexTask } from './build-index.ts'

// The worker thread of the indexer: it builds one index for each message until it receives `end`.
parentPort?.on('message', async (task: IndexTask | 'end') => {
  if (task === 'end') {
    await (await import('pagefind')).close()
    parentPort?.close()
    return
  }
  try {
    parentPort?.postMessage({ files: await buildIndex(task) })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
