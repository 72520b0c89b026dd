// Plain JavaScript: the command line needs it before TypeScript can be loaded.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Hashes files with their paths: the first 128 bits of the SHA-256, in hexadecimal digits.
 *
 * @param {string} root the folder that the paths start from
 * @param {readonly string[]} paths files, and folders with everything in them; the order counts
 * @param {RegExp} [names] the names of the files that count in folders; every name if left out
 * @returns {string}
 */
export function hashFiles(root, paths, names = /^/) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((path) => listFiles(root, path, names))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  }
  return hash.digest('hex').slice(0, 32)
}

/**
 * @param {string} root
 * @param {string} path
 * @param {RegExp} names
 * @returns {string[]}
 */
function listFiles(root, path, names) {
  if (statSync(join(root, path)).isFile()) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
