import { findMissingOutputs } from '../content/scan.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import type { StaticFile } from '../site/static-file.ts'
import {
  copyFingerprint,
  markComplete,
  type OutputManifest,
  outputFingerprinter,
  readManifest,
} from './output-manifest.ts'
import type { PreparedSite } from './prepare.ts'

/** What a build has to do to make a published site the one that the press has prepared. */
export interface ChangedOutputs {
  /** The outputs that are not as they were. */
  outputs: UrlPath[]
  /** The files that are not as they were. */
  copies: StaticFile[]
  /** What is no longer part of the site; undefined where it is not known what the folder holds. */
  gone: UrlPath[] | undefined
  /** Hears of what an output is made that is to be rendered. */
  rendered(output: Output): void
  /**
   * Records that the plan was carried out.
   *
   * @param sizes how many bytes the new files have
   * @returns what is published then
   */
  record(sizes: ReadonlyMap<UrlPath, number>): OutputManifest
}

/**
 * Compares what the press has prepared with what was published.
 *
 * @param folder where ledgers are kept
 * @param code the version of the code
 * @param known what was published, and what of it is no longer there, where somebody has looked already
 */
export function findChangedOutputs(
  press: PreparedSite,
  out: string,
  folder: string,
  code: string,
  known: { ledger?: OutputManifest | undefined; lost?: readonly UrlPath[] | undefined } = {},
): ChangedOutputs {
  const ledger = known.ledger ?? readManifest(folder, out)
  const areLost = new Set(known.lost ?? findMissingOutputs(ledger, out))
  const print = outputFingerprinter(code)
  /** Of what is not as it was, or was not there. */
  const prints = new Map<UrlPath, string>()
  const isSame = (url: UrlPath, made: () => string): boolean => {
    const entry = ledger.get(url)
    // What was not published is made whatever it is made of: that is found out when it is.
    if (entry === undefined) return false
    const today = made()
    if (entry[0] === today) return !areLost.has(url)
    prints.set(url, today)
    return false
  }
  return {
    outputs: [...press.outputs.values()]
      .filter((output) => !isSame(output.url, () => print(output)))
      .map(({ url }) => url),
    copies: press.copies.filter((copy) => !isSame(copy.url, () => copyFingerprint(copy))),
    gone:
      ledger.size === 0
        ? undefined
        : onlyInManifest(ledger, new Set([...press.outputs.keys(), ...press.copies.map(({ url }) => url)])),
    rendered: (output) => void (prints.has(output.url) || prints.set(output.url, print(output))),
    record: (sizes) => {
      const next: OutputManifest = new Map()
      const keep = (url: UrlPath, made?: () => string) => {
        const before = ledger.get(url)
        const today = prints.get(url) ?? before?.[0] ?? made?.()
        const size = sizes.get(url) ?? before?.[1] ?? 0
        if (before !== undefined && before[0] === today && before[1] === size) next.set(url, before)
        else if (today !== undefined) next.set(url, [today, size])
      }
      for (const url of press.outputs.keys()) keep(url)
      // Disks list files in no order.
      const copies = press.copies.toSorted((a, b) => (a.url < b.url ? -1 : 1))
      for (const copy of copies) keep(copy.url, () => copyFingerprint(copy))
      markComplete(folder, out, next)
      return next
    },
  }
}

const onlyInManifest = (ledger: OutputManifest, urls: ReadonlySet<UrlPath>) =>
  [...ledger.keys()].filter((url) => !urls.has(url))
