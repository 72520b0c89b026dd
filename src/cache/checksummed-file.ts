import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { hash128 } from '../fingerprint/hash.ts'

/** Plain data that was written to a file; undefined where it is not there, is not whole, or is of another version. */
export function readChecksummed(path: string, version: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  const at = text.indexOf('\n')
  return at !== -1 && text.slice(0, at) === hash128(version, text.slice(at + 1))
    ? JSON.parse(text.slice(at + 1))
    : undefined
}

/** Writes plain data to a file, at once or not at all. */
export function writeChecksummed(path: string, version: string, data: unknown): void {
  writeChecksummedText(path, version, JSON.stringify(data))
}

/** The same for data that is JSON already. */
export function writeChecksummedText(path: string, version: string, text: string): void {
  writeAtomically(path, `${hash128(version, text)}\n${text}`)
}

/** Writes a file, at once or not at all. */
export function writeAtomically(path: string, data: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  const fresh = `${path}.${process.pid}.new`
  writeFileSync(fresh, data)
  try {
    renameSync(fresh, path)
  } catch {
    // Something else than a file stands there.
    rmSync(path, { recursive: true, force: true })
    renameSync(fresh, path)
  }
}
