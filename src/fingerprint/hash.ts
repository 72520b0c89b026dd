import { createHash, hash } from 'node:crypto'

/** Returns the first 128 bits of the SHA-256 of the concatenated parts, in hexadecimal digits. */
export function hash128(...parts: (string | Buffer)[]): string {
  const [first = ''] = parts
  // One call is much faster than a hash that is updated in parts.
  if (parts.length <= 1) return hash('sha256', first, 'hex').slice(0, 32)
  const hasher = createHash('sha256')
  for (const part of parts) hasher.update(part)
  return hasher.digest('hex').slice(0, 32)
}

/** Returns a short hash of a text, to tell whether it changed. */
export function fingerprint(text: string): string {
  return hash('sha1', text, 'base64url')
}
