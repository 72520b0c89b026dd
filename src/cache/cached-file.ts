import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { hash128 } from '../fingerprint/hash.ts'
import { DamagedCache } from './damaged-cache.ts'

/**
 * The bytes of a file that was kept under their hash.
 *
 * @throws DamagedCache where it is gone or is not what was kept; it is removed
 */
export function readCachedFile(path: string, hash: string): Buffer {
  const bytes = existsSync(path) ? readFileSync(path) : undefined
  if (bytes !== undefined && hash128(bytes) === hash) return bytes
  rmSync(path, { recursive: true, force: true })
  throw new DamagedCache(hash)
}

/** An hour, in milliseconds: no build takes longer. */
const hour = 3_600_000

/** Drops a file or folder that nothing asks for, unless another build may just have made it. */
export function dropUnusedFile(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found !== undefined && Date.now() - found.mtimeMs > hour) rmSync(path, { recursive: true, force: true })
}
