import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** The rooms, lowest first, from the table of docs/contributing/architecture.md. A room imports itself and those before it. */
const rooms = [
  ...readFileSync(join(root, 'docs/contributing/architecture.md'), 'utf8').matchAll(
    /^\| `(src\/[a-z0-9]+|layouts|\.eleventy\.ts)\/?` \|/gm,
  ),
].map(([, room = '']) => room)

const sources = ['src', 'layouts', '.eleventy.ts'].flatMap((path) => (path.endsWith('.ts') ? [path] : list(path)))

function list(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name) && !entry.parentPath.endsWith('layouts/scripts'),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

const roomOf = (path: string) => rooms.find((room) => path === room || path.startsWith(`${room}/`))

/** The packages and the files of this repository that a file imports, types and late imports included. */
function imports(path: string): { files: string[]; packages: string[] } {
  const text = readFileSync(join(root, path), 'utf8')
    .replace(/^\s*(?:\*|\/\/).*$/gm, '')
    .replace(/(?<=^|\s)\/\*\*?[\s\S]*?\*\//g, '')
  const named = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, name = '']) => name)
  return {
    files: named.filter((name) => name.startsWith('.')).map((name) => posix.join(dirname(path), name)),
    packages: named.filter((name) => !name.startsWith('.')),
  }
}

const graph = new Map(sources.map((path) => [path, imports(path)]))

/** The groups of files that import each other in a circle. */
function circles(): string[][] {
  // Tarjan's strongly connected components.
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (path: string) => {
    index.set(path, index.size)
    low.set(path, index.get(path) ?? 0)
    stack.push(path)
    for (const next of graph.get(path)?.files ?? []) {
      if (!graph.has(next)) continue
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(path, Math.min(low.get(path) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(path) !== index.get(path)) return
    const group = stack.splice(stack.indexOf(path))
    if (group.length > 1) found.push(group.sort())
  }
  for (const path of graph.keys()) if (!index.has(path)) visit(path)
  return found
}

describe('the code', () => {
  it('has a room for every file', () => {
    expect(rooms.length).toBeGreaterThan(20)
    expect(sources.filter((path) => roomOf(path) === undefined)).toEqual([])
  })

  it('reads the imports of its files', () => {
    const all = [...graph.values()].flatMap(({ files }) => files)
    expect(all.length).toBeGreaterThan(500)
    expect(all.filter((path) => !graph.has(path) && !/\.(?:json|js|d\.ts|cjs)$/.test(path))).toEqual([])
  })

  it('imports nothing upward: a room knows itself and the rooms below it', () => {
    const upward = [...graph].flatMap(([path, { files }]) =>
      files
        .filter((file) => rooms.indexOf(roomOf(file) ?? '') > rooms.indexOf(roomOf(path) ?? ''))
        .map((file) => `${path} -> ${file}`),
    )
    expect(upward).toEqual([])
  })

  it('has no files that import each other in a circle, be it for types alone', () => {
    expect(circles()).toEqual([])
  })

  it('knows Eleventy in one room alone', () => {
    const users = [...graph].filter(([, { packages }]) => packages.some((name) => name.startsWith('@11ty/')))
    expect(users.map(([path]) => roomOf(path)).filter((room) => room !== 'src/eleventy')).toEqual([])
  })
})
