// Plain JavaScript: it runs before anything that understands TypeScript.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What is not put into the bundle: programs for one system, and what looks for files beside itself. */
const external = [
  '@11ty/eleventy-dev-server',
  '@resvg/resvg-js',
  'chokidar',
  'esbuild',
  'lightningcss',
  'pagefind',
  'satteri',
  'sharp',
  'tinypool',
  'tsx',
]

/**
 * The code of Lampstand as a few files of JavaScript, which load in a quarter of the time of its sources. They are made once for
 * each version of the sources and of the lockfile, and kept with the installed packages.
 *
 * @param {string} root the folder of Lampstand
 * @returns {Promise<string>} the folder that holds main.mjs, eleventy.mjs, edition-thread.mjs, worker.mjs and indexer.mjs
 */
export async function bundle(root) {
  const folder = join(root, 'node_modules/.cache/lampstand')
  const finished = join(folder, versionOf(root))
  if (existsSync(finished)) return finished
  const { build } = await import('esbuild')
  const making = `${finished}.${process.pid}`
  mkdirSync(making, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/cli/main.ts',
      eleventy: '.eleventy.ts',
      worker: 'src/build/worker.ts',
      indexer: 'src/search/indexer.ts',
      'edition-thread': 'src/build/edition-thread.ts',
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outdir: making,
    outExtension: { '.js': '.mjs' },
    external,
    plugins: [whereEleventyIs(making)],
    // Fewer bytes to read and to parse; names stay, for reports of mistakes.
    minifyWhitespace: true,
    minifySyntax: true,
    // Some libraries are CommonJS and ask for Node's own modules.
    banner: {
      js: "import { createRequire as lampstandRequire } from 'node:module';const require = lampstandRequire(import.meta.url);",
    },
    logLevel: 'silent',
  })
  const old = readdirSync(folder).filter((name) => !join(folder, name).startsWith(finished))
  try {
    renameSync(making, finished)
  } catch {
    // Another process was quicker.
    rmSync(making, { recursive: true, force: true })
  }
  for (const name of old) if (!name.includes('.')) rmSync(join(folder, name), { recursive: true, force: true })
  return finished
}

/**
 * Lets Eleventy find the files beside its own, from wherever its code was put.
 *
 * @param {string} folder the folder of the bundle; another beside it will do
 * @returns {import('esbuild').Plugin}
 */
function whereEleventyIs(folder) {
  return {
    name: 'where Eleventy is',
    setup(build) {
      build.onLoad({ filter: /[/\\]@11ty[/\\]eleventy[/\\]src[/\\].*\.js$/ }, ({ path }) => {
        const place = JSON.stringify(relative(folder, path).replaceAll('\\', '/'))
        const own = `new URL(${place}, import.meta.url).href`
        return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', own) }
      })
    },
  }
}

/** @param {string} root */
function versionOf(root) {
  const hash = createHash('sha256').update(process.versions.node)
  const add = (/** @type {string} */ path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
  for (const folder of ['src', 'layouts']) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    const paths = entries
      .filter((entry) => /\.[jt]sx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    for (const path of paths.sort()) add(path)
  }
  for (const path of ['.eleventy.ts', 'package-lock.json', 'tsconfig.json']) add(path)
  return hash.digest('hex').slice(0, 20)
}
