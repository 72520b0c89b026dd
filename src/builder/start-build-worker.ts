import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { cacheFolder } from '../cache/folder-cache.ts'

/** The limit of the young generation of the worker's heap, in megabytes: three times the half of it that is in use. */
const youngGenerationSize = 24
/** The size of the old generation before its first collection, in megabytes. */
const initialOldSpaceSize = 150
/**
 * The time that a worker takes to create its heap, in milliseconds. If it takes longer, the worker is a little slower.
 */
const heapCreationTime = 4

/**
 * Starts the build worker. That takes a while and little code, so a build starts it before anything else. As long as it
 * gets no message, it does not keep the process alive.
 *
 * @param module the bundled file of build-worker.ts
 * @param workFolder the folder that holds the cache
 */
export function startBuildWorker(module: string, workFolder: string): Worker {
  // A worker with a cache fills its heap at once with entries that stay: collecting garbage meanwhile would find none.
  const hasCache = existsSync(cacheFolder(workFolder, false))
  if (hasCache) setFlagsFromString(`--initial-old-space-size=${initialOldSpaceSize}`)
  const worker = new Worker(module, { resourceLimits: { maxYoungGenerationSizeMb: youngGenerationSize } })
  if (hasCache) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, heapCreationTime)
    // Taken back, because Node compiles its own modules again if any flag is set.
    setFlagsFromString('--initial-old-space-size=0')
  }
  worker.unref()
  return worker
}
