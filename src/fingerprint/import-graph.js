// Plain JavaScript: the command line needs it before TypeScript can be loaded.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Matches the relative paths that a module imports. */
const relativeImport = /\b(?:from|import|require)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]+)\1/g
/** The endings that an import may leave out. */
const endings = ['', '.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js']
/** The folders of Lampstand, whose code is hashed as a whole, and of libraries, which the lockfile names. */
const otherCode = /^(?:src|layouts|node_modules)[/\\]/

/**
 * Finds the files of an outlet that a module is made of: the module, and those that it imports by relative paths, and
 * so on.
 *
 * @param {string} root the folder of the outlet
 * @param {string} entry the path of the module, from that folder
 * @returns {string[]} paths from that folder, sorted; empty if there is no such module
 */
export function importGraph(root, entry) {
  /** @type {Set<string>} */
  const found = new Set()
  const pending = [entry]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (found.has(path) || otherCode.test(path) || !isFile(join(root, path))) continue
    found.add(path)
    for (const [, , specifier = ''] of readFileSync(join(root, path), 'utf8').matchAll(relativeImport)) {
      const target = join(dirname(path), specifier)
      // TypeScript may import a file by the name of the JavaScript that it becomes.
      const names = [...endings.map((ending) => target + ending), target.replace(/js(x?)$/, 'ts$1')]
      const name = names.find((name) => isFile(join(root, name)))
      if (name !== undefined) pending.push(relative(root, join(root, name)))
    }
  }
  return [...found].sort()
}

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile()
