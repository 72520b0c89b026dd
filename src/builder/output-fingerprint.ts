import { readFileSync } from 'node:fs'
import { fingerprint, hash128 } from '../fingerprint/hash.ts'
import { serialize } from '../fingerprint/hashed.ts'
import type { Output } from '../pages/output.ts'
import type { StaticFile } from '../site/static-file.ts'

/**
 * Computes the fingerprint of an output: of its props or of the inputs that they are made of, of its layout and of the
 * code.
 */
export type OutputFingerprinter = (output: Output) => string

/**
 * Creates a fingerprinter for the outputs of one site.
 *
 * @param code the version of the code
 */
export function createOutputFingerprinter(code: string): OutputFingerprinter {
  // Many outputs share some values: each is hashed once.
  const fingerprints = new Map<unknown, string>()
  const sharedFingerprint = (value: unknown) => {
    let result = fingerprints.get(value)
    if (result === undefined) {
      result = fingerprint(JSON.stringify(value) ?? '')
      fingerprints.set(value, result)
    }
    return result
  }
  return (output) => {
    const { layout, inputs } = output
    if (inputs !== undefined) return fingerprint(`${code} ${layout}\n${serialize(inputs)}`)
    let text = `${code} ${layout}`
    for (const [key, value] of Object.entries(output.props)) {
      if (value === undefined) continue
      text += `\n${key} `
      if (key === 'chrome') text += sharedFingerprint(value)
      // A story is in about six feeds.
      else if (key === 'items') for (const item of value) text += ` ${sharedFingerprint(item)}`
      else text += JSON.stringify(value)
    }
    return fingerprint(text)
  }
}

/** Computes the fingerprint of a static file: the hash of its bytes. */
export function staticFileFingerprint({ from, hash, knownHash }: StaticFile): string {
  return hash ?? knownHash ?? hash128(readFileSync(from))
}
