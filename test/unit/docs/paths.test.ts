import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../helpers/site-fixture.ts'

/** A path of this repository; it ends before a part that stands for any name, such as `<slug>`, `*` or `${name}`. */
const pathPattern = /(?<![\w./@:<>~-])((?:src|layouts|test|docs|bench)\/[\w./-]*)(?![\w*<{$])/g
/** The file that a recipe has its reader create, like "Create `src/checks/example.ts`", or the copy of a folder. */
const createdPattern = /\bCreate `([^`]+)`|\bcp -r \S+ (\S+)/g
const commentPattern = /\/\*[\s\S]*?\*\/|\/\/.*/g

/** The paths that a text names and that are neither there nor created by one of its own steps. */
function missingPaths(text: string): string[] {
  const created = createdPaths(text)
  const named = [...text.matchAll(pathPattern)].map(([, path = '']) => path.replace(/\.+$/, ''))
  const isCreated = (path: string) => created.some((other) => path === other || path.startsWith(`${other}/`))
  return named.filter((path) => !isCreated(path) && !existsSync(join(root, path)))
}

const createdPaths = (text: string) =>
  [...text.matchAll(createdPattern)].map(([, file, folder]) => file ?? folder ?? '')

const filesBelow = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => ending.test(path))
    .map((path) => `${folder}/${path}`)
    .sort()

const read = (path: string) => readFileSync(join(root, path), 'utf8')

describe('every path exists that is named', () => {
  it.each(['README.md', 'CONTRIBUTING.md', ...filesBelow('docs', /\.md$/)])('in %s', (path) => {
    expect(missingPaths(read(path))).toEqual([])
  })

  it.each(['src', 'layouts'])('in the comments of %s/', (folder) => {
    const missing = filesBelow(folder, /\.(?:c?js|tsx?)$/).flatMap((file) => {
      const comments = read(file).match(commentPattern) ?? []
      return missingPaths(comments.join('\n')).map((path) => `${file}: ${path}`)
    })
    expect(missing).toEqual([])
  })

  it('no recipe creates a file that is there already', () => {
    const recipes = filesBelow('docs/contributing', /\.md$/)
    const created = recipes.flatMap((path) => createdPaths(read(path)))
    expect(created.filter((path) => existsSync(join(root, path)))).toEqual([])
  })
})
