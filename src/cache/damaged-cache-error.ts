/** Thrown if a cache does not hold the bytes that were written to it. It must be emptied, and the work done again. */
export class DamagedCacheError extends Error {
  override name = 'DamagedCacheError'

  constructor(readonly hash: string) {
    super(`What was kept under ${hash} is damaged. It is removed; run the command again.`)
  }
}
