import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readChecksummed, writeChecksummedText } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { outputFile, type UrlPath } from '../newsroom/url-path.ts'

/** The list of everything that the last build wrote: by URL, the fingerprint and the size in bytes. */
export type OutputManifest = Map<UrlPath, ManifestEntry>
type ManifestEntry = readonly [fingerprint: string, size: number]

/** The format on disk. Every build reads tens of thousands of entries, which columns of plain values make quicker. */
interface ManifestColumns {
  urls: UrlPath[]
  fingerprints: string[]
  sizes: number[]
}

/**
 * The file in a complete site that names its manifest by hash, so that equal sites have equal markers. Where it is
 * missing or names another manifest, a build was killed, or site and manifest come from different builds.
 */
const markerFile = '.lampstand'

/**
 * Reads the manifest of a site.
 *
 * @param workFolder the folder that holds manifests
 * @returns an empty manifest if the site is incomplete or from another build
 */
export function readManifest(workFolder: string, out: string): OutputManifest {
  let hash = ''
  try {
    hash = readFileSync(join(out, markerFile), 'utf8').trim()
  } catch {
    return new Map()
  }
  const manifest: OutputManifest = new Map()
  const columns = readChecksummed(manifestPath(workFolder, out), hash) as ManifestColumns | undefined
  columns?.urls?.forEach((url, index) => {
    manifest.set(url, [columns.fingerprints[index] ?? '', columns.sizes[index] ?? 0])
  })
  return manifest
}

/** Returns true for a folder with a complete site by Lampstand. */
export const isComplete = (out: string): boolean => existsSync(join(out, markerFile))

/** Marks a site as incomplete; called before anything in it changes. */
export function markIncomplete(out: string): void {
  rmSync(join(out, markerFile), { recursive: true, force: true })
}

/** Writes the manifest and marks the site as complete; called after everything is in place. */
export function markComplete(workFolder: string, out: string, manifest: OutputManifest): void {
  const columns: ManifestColumns = { urls: [], fingerprints: [], sizes: [] }
  manifest.forEach(([fingerprint, size], url) => {
    columns.urls.push(url)
    columns.fingerprints.push(fingerprint)
    columns.sizes.push(size)
  })
  const text = JSON.stringify(columns)
  const hash = hash128(text)
  writeChecksummedText(manifestPath(workFolder, out), hash, text)
  writeFileSync(join(out, markerFile), `${hash}\n`)
}

/** Finds the files of a manifest that are missing from the site, or have another size than the build wrote. */
export function findMissingOutputs(manifest: OutputManifest, out: string): UrlPath[] {
  const missing: UrlPath[] = []
  manifest.forEach(([, size], url) => {
    const stats = statSync(`${out}/${outputFile(url)}`, { throwIfNoEntry: false })
    if (stats?.size !== size || !stats.isFile()) missing.push(url)
  })
  return missing
}

const manifestPath = (workFolder: string, out: string) =>
  join(workFolder, `manifest-${hash128(relative(workFolder, out)).slice(0, 12)}`)
