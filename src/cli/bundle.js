// Plain JavaScript: it runs before anything that understands TypeScript.
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

/** What is not put into the bundle: programs for one system, and what looks for files beside itself. */
const external = [
  '@11ty/eleventy-dev-server',
  '@resvg/resvg-js',
  'chokidar',
  'esbuild',
  'lightningcss',
  'pagefind',
  'sharp',
  'tinypool',
  'tsx',
]

/** Where bundled code imports what is outside: a script that V8 kept cannot, so it is handed what can. */
const outward = new RegExp(`\\bimport(?=\\("(?:${[...external, './eleventy'].join('|')}|node:[a-z_/]+)"\\))`, 'g')

/** What is bundled, each with all that it needs: nothing is shared by two threads. */
const entryPoints = {
  main: 'src/cli/main.ts',
  'start-build-worker': 'src/builder/start-build-worker.ts',
  eleventy: '@11ty/eleventy',
  'compile-worker': 'src/compile/worker.ts',
  'index-worker': 'src/search/index-worker.ts',
  'build-worker': 'src/builder/build-worker.ts',
}

/** What is loaded by its name, from elsewhere, and gives what was bundled. */
const doors = {
  'configuration.cjs':
    "module.exports = async (config) => (await require('./load-code.cjs').load('main').configuration()).default(config)",
  'compile-worker.cjs': "module.exports = require('./load-code.cjs').load('compile-worker').default",
  'index-worker.cjs': "require('./load-code.cjs').load('index-worker')",
  // It ends with 0 where it made something.
  'build-worker.cjs':
    "const { load, keep } = require('./load-code.cjs'); load('build-worker'); process.once('exit', (code) => code === 0 && keep())",
}

/**
 * The code of Lampstand as a few files of JavaScript, which load in a fraction of the time of its sources. They are made once for
 * each version of the sources and of the lockfile, and kept with the installed packages.
 *
 * @param {string} root the folder of Lampstand
 * @returns {Promise<string>} the folder that holds load-code.cjs, configuration.cjs, build-worker.cjs, compile-worker.cjs and index-worker.cjs
 */
export async function bundle(root) {
  const folder = join(root, 'node_modules/.cache/lampstand')
  const finished = join(folder, bundleVersion(root))
  if (existsSync(finished)) return finished
  const { build } = await import('esbuild')
  const making = `${finished}.${process.pid}`
  mkdirSync(making, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    // Node 20 lets what V8 made of scripts be kept, and of modules not.
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta.url': 'lampstandUrl' },
    banner: { js: '(function (exports, require, module, __filename, __dirname, lampstandUrl, lampstandImport) {' },
    footer: { js: '})' },
    outdir: making,
    external,
    plugins: [eleventyApart(), atHome(making)],
    // Fewer bytes to read and to parse; names stay, for reports of mistakes.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'silent',
  })
  for (const name of Object.keys(entryPoints)) {
    const file = join(making, `${name}.js`)
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(outward, 'lampstandImport'))
  }
  for (const [name, text] of Object.entries(doors)) writeFileSync(join(making, name), text)
  copyFileSync(join(root, 'src/cli/load-code.cjs'), join(making, 'load-code.cjs'))
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
 * Has Eleventy in a file of its own, which is loaded when it is asked for.
 *
 * @returns {import('esbuild').Plugin}
 */
function eleventyApart() {
  return {
    name: 'Eleventy apart',
    setup(build) {
      build.onResolve({ filter: /^@11ty[/]eleventy$/ }, ({ kind }) =>
        kind === 'entry-point' ? undefined : { path: './eleventy', external: true },
      )
    },
  }
}

/**
 * Lets libraries find the files beside their own, from wherever their code was put: Eleventy its own, satteri its program for the
 * system. What Eleventy imports by a name that it made, the configuration, Node imports. And what would run functions in YAML, which
 * nothing here reads, is left without the parser that it asks for.
 *
 * @param {string} folder the folder of the bundle; another beside it will do
 * @returns {import('esbuild').Plugin}
 */
function atHome(folder) {
  return {
    name: 'at home',
    setup(build) {
      build.onLoad({ filter: /[/\\](?:@11ty[/\\]eleventy[/\\]src[/\\].*|satteri[/\\]index)\.js$/ }, ({ path }) => {
        const place = JSON.stringify(relative(folder, path).replaceAll('\\', '/'))
        const own = `new URL(${place}, lampstandUrl).href`
        const contents = readFileSync(path, 'utf8')
          .replaceAll('import.meta.url', own)
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
  const sources = ['src', 'layouts', '.eleventy.ts', 'package-lock.json', 'tsconfig.json']
  return createHash('sha256')
    .update(process.versions.node)
    .update(hashFiles(root, sources, codeFile))
    .digest('hex')
    .slice(0, 20)
}
