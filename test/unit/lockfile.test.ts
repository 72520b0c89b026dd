import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../helpers/site-fixture.ts'

interface LockedPackage {
  integrity?: string
  resolved?: string
  link?: boolean
  os?: unknown[]
}

// npm leaves out the integrity of packages for other platforms if it completes a lockfile from installed packages. To
// fix that, delete their entries and run `npm install --package-lock-only`.
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>
}
const locked = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
const listPackages = (isWrong: (entry: LockedPackage) => boolean) =>
  locked.filter(([, entry]) => isWrong(entry)).map(([path]) => path)

test('the lockfile has the hash of every package, for every platform', () => {
  expect(locked.length).toBeGreaterThan(300)
  expect(listPackages(({ integrity }) => integrity?.startsWith('sha512-') !== true)).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(listPackages(({ resolved }) => resolved !== undefined)).toEqual([])
})

test('the lockfile names the operating systems of packages', () => {
  expect(listPackages(({ os = [] }) => os.some((name) => typeof name !== 'string'))).toEqual([])
})

test.each(['esbuild', 'sharp', 'satteri', 'lightningcss', 'pagefind', '@resvg/resvg-js'])(
  'the lockfile has the native programs of %s for Linux, macOS and Windows',
  (name) => {
    const { optionalDependencies = {} } = packages[`node_modules/${name}`] as {
      optionalDependencies?: Record<string, string>
    }
    const systems = Object.keys(optionalDependencies).flatMap((name) => packages[`node_modules/${name}`]?.os ?? [])
    expect(systems).toEqual(expect.arrayContaining(['linux', 'darwin', 'win32']))
  },
)
