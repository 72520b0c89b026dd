import { fingerprint } from './hash.ts'

/** A value with its fingerprint: the fingerprint of anything that holds it is computed from that, without reading the value. */
export class Hashed<Value> {
  constructor(
    readonly value: Value,
    /** A hash of everything in the value. */
    readonly fingerprint: string,
  ) {}
}

/** Hashes parts as one value. */
export const createHashed = <Parts>(parts: Parts): Hashed<Parts> => new Hashed(parts, fingerprint(serialize(parts)))

/**
 * Serializes plain data as a text that no other data has. Strings have their length before them instead of quotes and escapes: for
 * tens of thousands of outputs that takes far less time than JSON.
 */
export function serialize(part: unknown): string {
  if (typeof part === 'string') return `${part.length}:${part}`
  if (typeof part !== 'object' || part === null) return `${part};`
  if (part instanceof Hashed) return `${part.fingerprint.length}#${part.fingerprint}`
  let text = ''
  if (Array.isArray(part)) {
    for (const item of part) text += serialize(item)
    return `[${text}]`
  }
  for (const key in part) {
    const value = (part as Record<string, unknown>)[key]
    if (value !== undefined) text += `${key.length}=${key}${serialize(value)}`
  }
  return `{${text}}`
}
