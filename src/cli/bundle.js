// Plain JavaScript: it runs before TypeScript can be loaded.
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { hashFiles } from '../fingerprint/hash-files.js'
import { importGraph } from '../fingerprint/import-graph.js'

/** The packages outside the bundle: native programs, and code that reads files beside itself. */
const external = [
  '@11ty/eleventy-dev-server',
  '@resvg/resvg-js',
  'chokidar',
  'esbuild',
  'lightningcss',
  'pagefind',
  'sharp',
  'subset-font',
  'tinypool',
  'tsx',
  'tsx/esm/api',
]

/**
 * The dynamic imports of files outside the bundle. A script from V8's code cache cannot import, so load-code.cjs hands
 * it a function.
 */
// An import of a name in quotes, or of a path: `import((0, import_node_url.pathToFileURL)(path).href)` once bundled.
const externalImport = new RegExp(
  `\\bimport(?=\\((?:"(?:${[...external, './eleventy'].join('|')}|node:[a-z_/]+)"\\)|\\(0,\\w+\\.pathToFileURL\\)))`,
  'g',
)

/** The bundled files. Each contains all code that it needs: two threads share nothing. */
const entryPoints = {
  main: 'src/cli/main.ts',
  'start-build-worker': 'src/builder/start-build-worker.ts',
  eleventy: '@11ty/eleventy',
  'compile-worker': 'src/compile/worker.ts',
  'index-worker': 'src/search/index-worker.ts',
  'build-worker': 'src/builder/build-worker.ts',
}

/** The files that others load by path, and that load the bundled ones. */
const wrappers = {
  'configuration.cjs':
    "module.exports = async (config) => (await require('./load-code.cjs').load('main').loadConfiguration()).default(config)",
  'compile-worker.cjs': "module.exports = require('./load-code.cjs').load('compile-worker').default",
  'index-worker.cjs': "require('./load-code.cjs').load('index-worker')",
  // It exits with 0 after a build that rendered something.
  'build-worker.cjs':
    "const { load, saveCodeCache } = require('./load-code.cjs'); load('build-worker'); process.once('exit', (code) => code === 0 && saveCodeCache())",
}

/**
 * Bundles the code of Lampstand into a few JavaScript files, which load in a fraction of the time of its sources. It
 * does so once for each version of the sources and of the lockfile, and stores them with the installed packages.
 *
 * @param {string} root the folder of Lampstand
 * @returns {Promise<string>} the folder that holds load-code.cjs, configuration.cjs, build-worker.cjs,
 *   compile-worker.cjs and index-worker.cjs
 */
export async function bundle(root) {
  const folder = join(root, 'node_modules/.cache/lampstand')
  const bundleFolder = join(folder, bundleVersion(root))
  if (existsSync(bundleFolder)) return bundleFolder
  const { build } = await import('esbuild')
  const temporary = `${bundleFolder}.${process.pid}`
  mkdirSync(temporary, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    // Node 20 can cache compiled code for scripts, and not for modules.
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta.url': 'lampstandUrl' },
    banner: { js: '(function (exports, require, module, __filename, __dirname, lampstandUrl, lampstandImport) {' },
    footer: { js: '})' },
    outdir: temporary,
    external,
    plugins: [separateEleventy(), originalPaths(temporary)],
    // Fewer bytes to read and to parse. Names stay readable in stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'silent',
  })
  for (const name of Object.keys(entryPoints)) {
    const file = join(temporary, `${name}.js`)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(externalImport, 'lampstandImport'))
  }
  for (const [name, text] of Object.entries(wrappers)) writeFileSync(join(temporary, name), text)
  copyFileSync(join(root, 'src/cli/load-code.cjs'), join(temporary, 'load-code.cjs'))
  const otherVersions = readdirSync(folder).filter((name) => !join(folder, name).startsWith(bundleFolder))
  try {
    renameSync(temporary, bundleFolder)
  } catch {
    // Another process finished first.
    rmSync(temporary, { recursive: true, force: true })
  }
  for (const name of otherVersions)
    if (!name.includes('.')) rmSync(join(folder, name), { recursive: true, force: true })
  return bundleFolder
}

/**
 * Bundles Eleventy into a file of its own, which loads only when a command needs it.
 *
 * @returns {import('esbuild').Plugin}
 */
function separateEleventy() {
  return {
    name: 'separate Eleventy',
    setup(build) {
      build.onResolve({ filter: /^@11ty[/]eleventy$/ }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: './eleventy', external: true },
      )
    },
  }
}

/**
 * Lets bundled libraries find files beside their original ones: Eleventy its own, satteri its native program. Node
 * imports the configuration, whose path Eleventy computes. And js-yaml does without the parser for functions in YAML,
 * which nothing here reads.
 *
 * @param {string} folder the folder of the bundle, or another beside it
 * @returns {import('esbuild').Plugin}
 */
function originalPaths(folder) {
  return {
    name: 'original paths',
    setup(build) {
      build.onLoad({ filter: /[/\\](?:@11ty[/\\]eleventy[/\\]src[/\\].*|satteri[/\\]index)\.js$/ }, ({ path }) => {
        const originalPath = JSON.stringify(relative(folder, path).replaceAll('\\', '/'))
        const originalUrl = `new URL(${originalPath}, lampstandUrl).href`
        const contents = readFileSync(path, 'utf8')
          .replaceAll('import.meta.url', originalUrl)
          .replaceAll(/\bimport\((?=[a-z])/g, 'lampstandImport(')
        return { contents }
      })
      build.onLoad({ filter: /[/\\]js-yaml[/\\]type[/\\]js[/\\]function\.js$/ }, ({ path }) => {
        return { contents: readFileSync(path, 'utf8').replace("_require('esprima')", 'undefined') }
      })
    },
  }
}

/** The files that a bundle is made of: code, and data that code imports. */
const codeFile = /\.(?:c?[jt]sx?|json)$/

/** @param {string} root */
function bundleVersion(root) {
  const sources = ['src', 'layouts', ...importGraph(root, '.eleventy.ts'), 'package-lock.json', 'tsconfig.json']
  return createHash('sha256')
    .update(process.versions.node)
    .update(hashFiles(root, sources, codeFile))
    .digest('hex')
    .slice(0, 20)
}
