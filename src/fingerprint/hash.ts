import { createHash, hash } from 'node:crypto'

/** The first 128 bits of the SHA-256 of parts that follow each other, in hexadecimal digits. */
export function hash128(...parts: (string | Buffer)[]): string {
  const [first = ''] = parts
  // Much quicker than a hash that is fed.
  if (parts.length <= 1) return hash('sha256', first, 'hex').slice(0, 32)
  const fed = createHash('sha256')
  for (const part of parts) fed.update(part)
  return fed.digest('hex').slice(0, 32)
}

/** A short hash of text, to say that it is as it was. */
export function fingerprint(text: string): string {
  return hash('sha1', text, 'base64url')
}
