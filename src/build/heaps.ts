import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'

// A flag that is set has Node compile its own modules anew wherever they are loaded from then on, which takes a build that changes one
// story a twentieth of its time. So flags are set only where they are worth it; one that a thread needs as it starts is taken back.

/** The largest young part of a heap, in megabytes: three times the half of it that is in use. */
const young = 24
/** The same of a worker's: of what compiling makes, hardly anything is alive a story later. */
export const youngOfWorkers = 64

/** How much a thread may hold before its heap is cleared for the first time, in megabytes. */
const room = 150
/** How long it takes until a thread that is started has its heap, in milliseconds. Where it takes longer it is a little slower. */
const untilHeap = 4

/**
 * Suits V8 to a build of a good part of an archive; see docs/decisions/0014-slices.md. Heaps are cleared sooner: V8 lets one grow to
 * four times what is alive in it, and such a build has up to four. And functions are compiled without those that they call: in threads
 * that live a few seconds, compiling is a fifth of all work, and what is won by larger pieces does not pay for them.
 */
export function suitLargeBuild(): void {
  setFlagsFromString('--heap-growing-percent=50')
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=0')
}

/**
 * Starts a thread.
 *
 * @param fills whether its heap is filled at once with what it will keep: to clear it meanwhile would find nothing to clear
 */
export function startThread(module: string, fills: boolean): Worker {
  if (fills) setFlagsFromString(`--initial-old-space-size=${room}`)
  const worker = new Worker(module, { resourceLimits: { maxYoungGenerationSizeMb: young } })
  if (fills) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, untilHeap)
    setFlagsFromString('--initial-old-space-size=0')
  }
  return worker
}
