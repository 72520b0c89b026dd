import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Address, fileOf } from '../newsroom/address.ts'
import type { Copy, Output } from '../pages/output.ts'
import { readChecked, writeChecked } from './checked-file.ts'
import { hashOf } from './hash.ts'

/** What was published: by address, of what it was made and how many bytes it has. */
export type Ledger = Map<Address, Entry>
type Entry = readonly [fingerprint: string, size: number]

/**
 * The file in a published site that says which ledger belongs to it. It holds the hash of the ledger, so it is the same for the same
 * site; where it is missing or says something else, a build was killed, or folder and ledger are from two builds.
 */
const seal = '.lampstand'

/**
 * The ledger of a published site; empty where none belongs to it.
 *
 * @param folder where ledgers are kept
 */
export function readLedger(folder: string, out: string): Ledger {
  let kept = ''
  try {
    kept = readFileSync(join(out, seal), 'utf8').trim()
  } catch {
    return new Map()
  }
  const entries = readChecked(pathOf(folder, out), kept)
  return new Map(Array.isArray(entries) ? entries : [])
}

/** Marks a site as not whole, before anything in it changes. */
export function breakSeal(out: string): void {
  rmSync(join(out, seal), { recursive: true, force: true })
}

/** Records what was published, once all of it is. */
export function sealLedger(folder: string, out: string, ledger: Ledger): void {
  const entries = [...ledger].sort(([a], [b]) => (a < b ? -1 : 1))
  const hash = hashOf(JSON.stringify(entries))
  writeChecked(pathOf(folder, out), hash, entries)
  writeFileSync(join(out, seal), `${hash}\n`)
}

const pathOf = (folder: string, out: string) => join(folder, `ledger-${hashOf(relative(folder, out)).slice(0, 12)}`)

/**
 * The fingerprints of outputs: the hash of everything they are made of. An output is made of its props, its layout and the code.
 *
 * @param code the version of the code
 */
export function fingerprints(outputs: Iterable<Output>, copies: readonly Copy[], code: string): Map<Address, string> {
  const prints = new Map<Address, string>()
  const print = sharedPrints()
  for (const { url, layout, props } of outputs) {
    const { shell, cards, related, ...own } = props as Shared
    const shared = [shell, '', ...(cards ?? []), '', ...(related ?? [])].map(print)
    prints.set(url, printOf(`${code} ${layout} ${shared.join(' ')}\n${JSON.stringify(own)}`))
  }
  // The address of a medium is the hash of its bytes.
  for (const { url, from, hash } of copies) {
    prints.set(url, hash ?? (url.startsWith('/media/') ? 'media' : hashOf(readFileSync(from))))
  }
  return prints
}

/** The addresses that are as they were, and whose files are still there. */
export function unchanged(prints: ReadonlyMap<Address, string>, ledger: Ledger, out: string): Set<Address> {
  const same = new Set<Address>()
  for (const [url, print] of prints) {
    const entry = ledger.get(url)
    if (entry === undefined || entry[0] !== print) continue
    if (statSync(join(out, fileOf(url)), { throwIfNoEntry: false })?.size === entry[1]) same.add(url)
  }
  return same
}

/** What outputs have in common: the shell of the site, and the cards of stories in lists. */
interface Shared {
  shell?: unknown
  cards?: unknown[]
  related?: unknown[]
}

/** The fingerprints of values that many outputs show, made once for each. */
function sharedPrints(): (value: unknown) => string {
  const known = new Map<unknown, string>()
  return (value) => {
    let print = known.get(value)
    if (print === undefined) {
      print = printOf(JSON.stringify(value) ?? '')
      known.set(value, print)
    }
    return print
  }
}

const printOf = (text: string) => createHash('sha1').update(text).digest('base64url')
