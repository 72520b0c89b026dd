import { setFlagsFromString } from 'node:v8'

// After a flag is set, Node compiles its own modules again wherever they are loaded. That takes a twentieth of the time of a build that
// changes one article, so flags are set for large builds only.

/** The size of the young generation of a worker’s heap in megabytes. Hardly any object lives longer than the compilation of one article. */
export const workerYoungGenerationMb = 64

/**
 * Tunes V8 for a build of a large part of an archive; docs/decisions/0014-writing-in-slices.md has the measurements.
 *
 * V8 collects garbage earlier, because it would let each of up to four heaps grow to four times its live data. And it inlines no
 * functions: in threads that live for a few seconds, compilation is a fifth of all work, and larger functions do not pay for theirs.
 */
export function tuneV8ForLargeBuild(): void {
  setFlagsFromString('--heap-growing-percent=50')
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=0')
}
