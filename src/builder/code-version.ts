import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash128 } from '../fingerprint/hash.ts'

/** The code that decides what a text compiles to and how that is kept; the rest of src/ and layouts/ decide what pages look like. */
const compiling = [
  'src/cache',
  'src/compile',
  'src/content',
  'src/markdown',
  'src/newsroom',
  'src/fingerprint/hash.ts',
  'src/problems',
  'src/i18n',
  'src/jsx/escape.ts',
]

/** What code is running, as hashes of its sources, of Node’s version and of the lockfile, which names the libraries. */
export interface CodeVersion {
  /** Of what compiles texts. */
  compiler: string
  /** Of everything that makes outputs. */
  code: string
  /** Of what makes the indexes of the search. */
  search: string
  /** Of what draws social cards: they take minutes, and are not drawn anew for another library. */
  cards: string
}

const drawing = [
  'layouts/social-card.ts',
  'src/jsx/escape.ts',
  'src/media/draw-social-cards.ts',
  'src/pages/social-cards.ts',
]
/** The entries of the lockfile for the libraries that draw, and for their faces. */
const drawingLibraries =
  /"node_modules\/(?:@resvg\/resvg-js|sharp|@expo-google-fonts\/[^"/]+)": \{\s*"version": "[^"]+"/g

/** @param root the folder of Lampstand */
export function codeVersion(root: string): CodeVersion {
  const hash = (paths: readonly string[]) =>
    hash128(
      ...paths.flatMap((path) => listFiles(root, path)).flatMap((path) => [path, '\0', readFileSync(join(root, path))]),
    )
  const lockfile = 'package-lock.json'
  const libraries = readFileSync(join(root, lockfile), 'utf8').match(drawingLibraries) ?? []
  // Node brings the words for days, countries and languages with it.
  const around = `${process.version} ${process.env.LAMPSTAND_PARSER ?? ''}`
  return {
    compiler: hash128(hash([...compiling, lockfile]), around),
    code: hash128(hash(['src', 'layouts', lockfile]), around),
    search: hash128(hash([...compiling, 'src/search', 'src/site', lockfile]), around),
    cards: hash128(hash(drawing), ...libraries),
  }
}

function listFiles(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return []
  if (/\.[a-z]+$/.test(path)) return [path]
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
