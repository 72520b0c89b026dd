import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type CodeVersion, codeVersion } from '../../../src/fingerprint/code-version.ts'
import { root } from '../../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Returns a module and all modules that run with it. */
function runningModules(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found
  found.add(path)
  const code = readFileSync(join(root, path), 'utf8').replace(/^import type .*$/gm, '')
  for (const [, name = ''] of code.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^'\n]+\.tsx?)'/g))
    runningModules(posix.join(posix.dirname(path), name), found)
  return found
}

/** Returns the modules whose change leaves a version as it was. */
function uncoveredModules(modules: Iterable<string>, version: keyof CodeVersion): string[] {
  for (const path of ['src', 'layouts', 'package-lock.json'])
    cpSync(join(root, path), join(scratch, path), { recursive: true })
  let last = codeVersion(scratch)[version]
  return [...modules].filter((path) => {
    appendFileSync(join(scratch, path), '\n')
    const before = last
    last = codeVersion(scratch)[version]
    return last === before
  })
}

it.each([
  ['compiler', 'src/compile/worker.ts'],
  ['search', 'src/search/search-files.ts'],
  ['search', 'src/search/index-worker.ts'],
] as const)('the version %s changes with all code that runs in %s', (version, path) => {
  const modules = runningModules(path)
  expect(modules.size).toBeGreaterThan(5)
  expect(uncoveredModules(modules, version)).toEqual([])
})
