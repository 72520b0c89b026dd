import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { hash128 } from '../fingerprint/hash.ts'

/** Reads plain data from a file; undefined if the file is missing, damaged or of another version. */
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

/** Writes plain data to a file, completely or not at all. */
export function writeChecksummed(path: string, version: string, data: unknown): void {
  writeChecksummedText(path, version, JSON.stringify(data))
}

/** Writes data that is JSON already to a file, completely or not at all. */
export function writeChecksummedText(path: string, version: string, text: string): void {
  writeAtomically(path, `${hash128(version, text)}\n${text}`)
}

/** Writes a file, completely or not at all. Folders on the way are created; anything else in the file's place is removed. */
export function writeAtomically(path: string, data: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.new`
  writeFileSync(temporary, data)
  try {
    renameSync(temporary, path)
  } catch {
    // A folder is in its place.
    rmSync(path, { recursive: true, force: true })
    renameSync(temporary, path)
  }
}
