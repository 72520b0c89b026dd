import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { cacheFolder } from '../cache/cache.ts'

/** The largest young part of its heap, in megabytes: three times the half of it that is in use. */
const young = 24
/** How much it may hold before its heap is cleared for the first time, in megabytes. */
const room = 150
/** How long it takes until a thread that is started has its heap, in milliseconds. Where it takes longer it is a little slower. */
const untilHeap = 4

/**
 * Starts the thread that makes editions. It takes its time, and little code to start: a build starts it before anything else, and as
 * long as nobody asks it for something it holds up no process.
 *
 * @param module the file of build-worker.ts, bundled
 * @param workFolder where what was kept is
 */
export function startBuildWorker(module: string, workFolder: string): Worker {
  // Its heap is filled at once with what was kept and stays: to clear it meanwhile would find nothing to clear.
  const fills = existsSync(cacheFolder(workFolder, false))
  if (fills) setFlagsFromString(`--initial-old-space-size=${room}`)
  const thread = new Worker(module, { resourceLimits: { maxYoungGenerationSizeMb: young } })
  if (fills) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, untilHeap)
    // Taken back: with a flag set, Node compiles its own modules anew.
    setFlagsFromString('--initial-old-space-size=0')
  }
  thread.unref()
  return thread
}
