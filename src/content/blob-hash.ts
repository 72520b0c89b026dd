import { hash } from 'node:crypto'

/** Returns the hash by which git names bytes, in a repository or not. */
export function blobHash(bytes: Buffer): string {
  // One call is much faster than a hash that is updated in parts.
  return hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]))
}

/**
 * Returns the hash of bytes that were scanned before they were read: the expected hash if they still are the scanned bytes, or the
 * same text with the line ends that git writes on Windows; otherwise their own hash, because the file changed in between.
 */
export function verifyBlobHash(bytes: Buffer, expected: string): string {
  const actual = blobHash(bytes)
  if (actual === expected || !bytes.includes('\r\n')) return actual
  const unixBytes = Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  return blobHash(unixBytes) === expected ? expected : actual
}
