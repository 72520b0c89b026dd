import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readChecksummed, writeChecksummedText } from '../cache/checksummed-file.ts'
import { fingerprint, hash128 } from '../fingerprint/hash.ts'
import { serialize } from '../fingerprint/hashed.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import type { StaticFile } from '../site/static-file.ts'

/** What was published: by address, of what it was made and how many bytes it has. */
export type OutputManifest = Map<UrlPath, Entry>
type Entry = readonly [fingerprint: string, size: number]

/** A ledger as it is kept: in columns, for it has tens of thousands of entries and is read by every build. */
interface Columns {
  urls: UrlPath[]
  fingerprints: string[]
  sizes: number[]
}

/**
 * The file in a published site that says which ledger belongs to it. It holds the hash of the ledger, so it is the same for the same
 * site; where it is missing or says something else, a build was killed, or folder and ledger are from two builds.
 */
const markerFile = '.lampstand'

/**
 * The ledger of a published site; empty where none belongs to it.
 *
 * @param folder where ledgers are kept
 */
export function readManifest(folder: string, out: string): OutputManifest {
  let kept = ''
  try {
    kept = readFileSync(join(out, markerFile), 'utf8').trim()
  } catch {
    return new Map()
  }
  const ledger: OutputManifest = new Map()
  const columns = readChecksummed(manifestPath(folder, out), kept) as Columns | undefined
  columns?.urls?.forEach((url, index) => {
    ledger.set(url, [columns.fingerprints[index] ?? '', columns.sizes[index] ?? 0])
  })
  return ledger
}

/** Whether a folder holds a whole site of ours. */
export const isComplete = (out: string): boolean => existsSync(join(out, markerFile))

/** Marks a site as not whole, before anything in it changes. */
export function markIncomplete(out: string): void {
  rmSync(join(out, markerFile), { recursive: true, force: true })
}

/** Records what was published, once all of it is, in the order in which the site has it. */
export function markComplete(folder: string, out: string, ledger: OutputManifest): void {
  const columns: Columns = { urls: [], fingerprints: [], sizes: [] }
  ledger.forEach(([fingerprint, size], url) => {
    columns.urls.push(url)
    columns.fingerprints.push(fingerprint)
    columns.sizes.push(size)
  })
  const text = JSON.stringify(columns)
  const hash = hash128(text)
  writeChecksummedText(manifestPath(folder, out), hash, text)
  writeFileSync(join(out, markerFile), `${hash}\n`)
}

const manifestPath = (folder: string, out: string) =>
  join(folder, `ledger-${hash128(relative(folder, out)).slice(0, 12)}`)

/** Says of what an output is made: the hash of its props or of their parts, its layout and the code. */
export type OutputFingerprinter = (output: Output) => string

/** @param code the version of the code */
export function outputFingerprinter(code: string): OutputFingerprinter {
  // Values that many outputs show are hashed once each.
  const known = new Map<unknown, string>()
  const print = (value: unknown) => {
    let found = known.get(value)
    if (found === undefined) {
      found = fingerprint(JSON.stringify(value) ?? '')
      known.set(value, found)
    }
    return found
  }
  return (output) => {
    const { layout, inputs } = output
    if (inputs !== undefined) return fingerprint(`${code} ${layout}\n${serialize(inputs)}`)
    let text = `${code} ${layout}`
    for (const [key, value] of Object.entries(output.props)) {
      if (value === undefined) continue
      text += `\n${key} `
      if (key === 'chrome') text += print(value)
      // The stories of feeds stand in half a dozen of them.
      else if (key === 'items') for (const one of value) text += ` ${print(one)}`
      else text += JSON.stringify(value)
    }
    return fingerprint(text)
  }
}

/** Of what a copy is made. */
export function copyFingerprint({ from, hash, knownHash }: StaticFile): string {
  return hash ?? knownHash ?? hash128(readFileSync(from))
}
