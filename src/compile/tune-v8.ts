import { setFlagsFromString } from 'node:v8'

// A flag that is set has Node compile its own modules anew wherever they are loaded from then on, which takes a build that changes one
// story a twentieth of its time. So flags are set only where they are worth it.

/** The largest young part of a worker’s heap, in megabytes: of what compiling makes, hardly anything is alive a story later. */
export const workerYoungGenerationMb = 64

/**
 * Suits V8 to a build of a good part of an archive; see docs/decisions/0014-writing-in-slices.md. Heaps are cleared sooner: V8 lets one grow to
 * four times what is alive in it, and such a build has up to four. And functions are compiled without those that they call: in threads
 * that live a few seconds, compiling is a fifth of all work, and what is won by larger pieces does not pay for them.
 */
export function tuneV8ForLargeBuild(): void {
  setFlagsFromString('--heap-growing-percent=50')
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=0')
}
