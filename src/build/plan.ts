import { statSync } from 'node:fs'
import { join } from 'node:path'
import { type Address, fileOf } from '../newsroom/address.ts'
import type { Copy } from '../pages/output.ts'
import { fingerprints, type Ledger, readLedger, sealLedger, unchanged } from './ledger.ts'
import type { Press } from './press.ts'

/** What a build has to do to make a published site the one that the press has prepared. */
export interface Plan {
  /** The outputs that are not as they were. */
  outputs: Address[]
  /** The files that are not as they were. */
  copies: Copy[]
  /** What is no longer part of the site; undefined where it is not known what the folder holds. */
  gone: Address[] | undefined
  /**
   * Records that the plan was carried out.
   *
   * @param sizes how many bytes the new files have
   */
  record(sizes: ReadonlyMap<Address, number>): void
}

/**
 * Compares what the press has prepared with what was published.
 *
 * @param folder where ledgers are kept
 * @param code the version of the code
 */
export function planOf(press: Press, out: string, folder: string, code: string): Plan {
  const prints = fingerprints(press.outputs.values(), press.copies, code)
  const ledger = readLedger(folder, out)
  const same = unchanged(prints, ledger, out)
  return {
    outputs: [...press.outputs.keys()].filter((url) => !same.has(url)),
    copies: press.copies.filter(({ url }) => !same.has(url)),
    gone: ledger.size === 0 ? undefined : [...ledger.keys()].filter((url) => !prints.has(url)),
    record: (sizes) => {
      const next: Ledger = new Map()
      for (const [url, print] of prints) {
        next.set(url, [print, sizes.get(url) ?? ledger.get(url)?.[1] ?? 0])
      }
      sealLedger(folder, out, next)
    },
  }
}

/** How many bytes files have. */
export function sizesOf(out: string, urls: readonly Address[]): Map<Address, number> {
  return new Map(urls.map((url) => [url, statSync(join(out, fileOf(url))).size]))
}
