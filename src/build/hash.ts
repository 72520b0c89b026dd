import { createHash } from 'node:crypto'

/** The first 128 bits of the SHA-256 of parts that follow each other, in hexadecimal digits. */
export function hashOf(...parts: (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}
