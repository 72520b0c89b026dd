import { DamagedCacheError } from '../cache/damaged-cache-error.ts'

/** The number of attempts: each removes the damage that it meets, and there may be more. */
const attempts = 10

/**
 * Repeats work that found a damaged cache. The damaged entries are removed by then, so the next attempt makes them
 * again.
 */
export async function retryOnDamagedCache<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof DamagedCacheError) || attempt === attempts) throw error
    }
  }
}
