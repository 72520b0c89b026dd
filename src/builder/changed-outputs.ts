import { basePath, type UrlPath } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import type { StaticFile } from '../site/static-file.ts'
import { createOutputFingerprinter, staticFileFingerprint } from './output-fingerprint.ts'
import { findMissingOutputs, markComplete, type OutputManifest, readManifest } from './output-manifest.ts'
import type { PreparedSite } from './prepared-site.ts'

/** The difference between a prepared site and the site in its folder. */
export interface ChangedOutputs {
  /** The outputs to render. */
  outputs: UrlPath[]
  /** The files to copy. */
  staticFiles: StaticFile[]
  /** The files to remove, which are no longer part of the site; undefined if the contents of the folder are unknown. */
  removed: UrlPath[] | undefined
  /** Computes the fingerprint of a new output; called with its props at hand. */
  onRender(output: Output): void
  /**
   * Records the changes as made, and the site as complete.
   *
   * @param sizes the sizes of the new files in bytes
   * @returns the manifest of the site as it is now
   */
  record(sizes: ReadonlyMap<UrlPath, number>): OutputManifest
}

/**
 * Compares a prepared site with the site in its folder.
 *
 * @param workFolder the folder that holds manifests
 * @param code the version of the code
 * @param current the manifest of the site and its missing files, if the caller knows them; else they are read
 */
export function findChangedOutputs(
  prepared: PreparedSite,
  out: string,
  workFolder: string,
  code: string,
  current: { manifest?: OutputManifest | undefined; missing?: readonly UrlPath[] | undefined } = {},
): ChangedOutputs {
  const manifest = current.manifest ?? readManifest(workFolder, out)
  const missing = new Set(current.missing ?? findMissingOutputs(manifest, out))
  // The base is written into every page when it is rendered, so it is part of the code and not of the props.
  const fingerprintOutput = createOutputFingerprinter(code + basePath(prepared.site.outlet.url))
  /** The fingerprints of what is new or changed. */
  const fingerprints = new Map<UrlPath, string>()
  const isUnchanged = (url: UrlPath, computeFingerprint: () => string): boolean => {
    const entry = manifest.get(url)
    // A new output is rendered whatever its fingerprint; it is computed then, when the props are at hand.
    if (entry === undefined) return false
    const fingerprint = computeFingerprint()
    if (entry[0] === fingerprint) return !missing.has(url)
    fingerprints.set(url, fingerprint)
    return false
  }
  return {
    outputs: [...prepared.outputs.values()]
      .filter((output) => !isUnchanged(output.url, () => fingerprintOutput(output)))
      .map(({ url }) => url),
    staticFiles: prepared.staticFiles.filter((file) => !isUnchanged(file.url, () => staticFileFingerprint(file))),
    removed:
      manifest.size === 0
        ? undefined
        : onlyInManifest(
            manifest,
            new Set([...prepared.outputs.keys(), ...prepared.staticFiles.map(({ url }) => url)]),
          ),
    onRender: (output) =>
      void (fingerprints.has(output.url) || fingerprints.set(output.url, fingerprintOutput(output))),
    record: (sizes) => {
      const next: OutputManifest = new Map()
      const add = (url: UrlPath, computeFingerprint?: () => string) => {
        const previous = manifest.get(url)
        const fingerprint = fingerprints.get(url) ?? previous?.[0] ?? computeFingerprint?.()
        const size = sizes.get(url) ?? previous?.[1] ?? 0
        if (previous !== undefined && previous[0] === fingerprint && previous[1] === size) next.set(url, previous)
        else if (fingerprint !== undefined) next.set(url, [fingerprint, size])
      }
      for (const url of prepared.outputs.keys()) add(url)
      // Sorted, because file systems list files in any order.
      const files = prepared.staticFiles.toSorted((a, b) => (a.url < b.url ? -1 : 1))
      for (const file of files) add(file.url, () => staticFileFingerprint(file))
      markComplete(workFolder, out, next)
      return next
    },
  }
}

const onlyInManifest = (manifest: OutputManifest, urls: ReadonlySet<UrlPath>) =>
  [...manifest.keys()].filter((url) => !urls.has(url))
