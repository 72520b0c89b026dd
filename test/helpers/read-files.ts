import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Reads every file below a folder, by its path with slashes, in the order of the paths. */
export function readFiles(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return new Map(paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]))
}
