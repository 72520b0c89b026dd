import { parentPort } from 'node:worker_threads'
import { buildIndex, type IndexTask } from './build-index.ts'

// Makes indexes in a thread of its own, one after another, while the press goes on.
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
