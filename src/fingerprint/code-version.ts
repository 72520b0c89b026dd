import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash128 } from './hash.ts'
import { hashFiles } from './hash-files.js'
import { importGraph } from './import-graph.js'

/**
 * The version of the running code, as hashes of its sources, of Node’s version and of the lockfile, which names the
 * libraries.
 *
 * Each hash covers as little code as possible: whatever it covers is thrown away and done again after a change of that
 * code.
 */
export interface CodeVersion {
  /** Of the code that compiles content and of the formats in which documents are cached. */
  compiler: string
  /** Of all code that outputs depend on, with the transforms of `.eleventy.ts`. */
  code: string
  /** Of the code that builds the search indexes. */
  search: string
  /** Of the code that draws social cards. Drawing takes minutes, so other code and other libraries leave it alone. */
  cards: string
}

const lockfile = 'package-lock.json'

/** The code that decides how content compiles and how documents are cached. */
const compilerSources = [
  'src/cache',
  'src/compile',
  'src/content',
  'src/markdown',
  'src/newsroom',
  'src/fingerprint/hash.ts',
  'src/jsx/escape.ts',
  'src/problems',
  'src/i18n',
]

const cardSources = [
  'layouts/fit-headline.ts',
  'layouts/social-card.ts',
  'src/jsx/escape.ts',
  'src/media/draw-social-cards.ts',
  'src/pages/social-cards.ts',
]
/** The entries of the lockfile for the libraries that draw cards, and for their fonts. */
const cardLibraries = /"node_modules\/(?:@resvg\/resvg-js|sharp|@expo-google-fonts\/[^"/]+)": \{\s*"version": "[^"]+"/g

/**
 * Computes the version of the code in Lampstand's folder.
 *
 * @param root the folder of Lampstand
 */
export function codeVersion(root: string): CodeVersion {
  const libraries = readFileSync(join(root, lockfile), 'utf8').match(cardLibraries) ?? []
  // Node contains the names of days, countries and languages.
  const runtime = `${process.version} ${process.env.LAMPSTAND_PARSER ?? ''}`
  return {
    compiler: hash128(hashFiles(root, [...compilerSources, lockfile]), runtime),
    code: hash128(hashFiles(root, ['src', 'layouts', lockfile, ...importGraph(root, '.eleventy.ts')]), runtime),
    search: hash128(hashFiles(root, [...compilerSources, 'src/search', 'src/site', lockfile]), runtime),
    cards: hash128(hashFiles(root, cardSources), ...libraries),
  }
}
