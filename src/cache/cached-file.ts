import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { hash128 } from '../fingerprint/hash.ts'
import { DamagedCacheError } from './damaged-cache-error.ts'

/**
 * Reads a cached file and verifies its bytes.
 *
 * @param hash the expected hash of the bytes
 * @throws DamagedCacheError after removing the file, if it is missing or has other bytes
 */
export function readCachedFile(path: string, hash: string): Buffer {
  const bytes = existsSync(path) ? readFileSync(path) : undefined
  if (bytes !== undefined && hash128(bytes) === hash) return bytes
  rmSync(path, { recursive: true, force: true })
  throw new DamagedCacheError(hash)
}

/** An hour in milliseconds: no build takes longer. */
const hour = 3_600_000

/** Removes a file or folder that this build does not use, unless another build may just have made it. */
export function removeUnusedFile(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats !== undefined && Date.now() - stats.mtimeMs > hour) rmSync(path, { recursive: true, force: true })
}
